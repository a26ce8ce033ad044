using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Mail;
using InboxNetworker.GraphEmulator.People;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.Mailboxes;

/// <summary>The living mailbox behind the routes: what it held at the start, and what requests have changed since. Safe for any number of threads.</summary>
internal sealed class MailboxStore
{
    /// <param name="quirks">Whether change tracking does what a client does not expect.</param>
    public MailboxStore(MailboxContent content, TimeProvider time, bool quirks = false, Guid? ownerId = null, IReadOnlyList<Colleague>? colleagues = null)
    {
        Owner = content.Owner;
        Hours = new WorkingTimes(["monday", "tuesday", "wednesday", "thursday", "friday"], new TimeOnly(8, 0), new TimeOnly(17, 0), content.Owner.TimeZone);
        Ids = new WireIds(content.Owner.Mail.ToUpperInvariant(), ownerId);
        Mail = new MailStore(content, Ids, time, new DeltaQuirks(quirks));
        Calendar = new CalendarStore(content.Meetings, content.Owner, time, quirks);
        Directory = new DirectoryStore(content.People, content.Owner, Ids, colleagues ?? []);
    }

    /// <summary>Raised after a change can be read, outside of any lock.</summary>
    public event Action<MailboxChange>? Changed;

    public Owner Owner { get; }

    public WorkingTimes Hours { get; set; }

    public WireIds Ids { get; }

    public MailStore Mail { get; }

    public CalendarStore Calendar { get; }

    public DirectoryStore Directory { get; }

    /// <summary>Grows with every change: while it stays, the same question has the same answer.</summary>
    public long Stamp => Mail.Stamp + Calendar.Now.Version + Calendar.Tokens.Forgotten;

    public void Tell(MailboxChange change) => Changed?.Invoke(change);
}

/// <summary>When the owner works, as their settings say.</summary>
/// <param name="Days">As <c>monday</c>.</param>
/// <param name="Zone">As Windows names it.</param>
internal sealed record WorkingTimes(IReadOnlyList<string> Days, TimeOnly From, TimeOnly To, string Zone);
