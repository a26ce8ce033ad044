using InboxNetworker.Core.Alerts;

namespace InboxNetworker.Core.Wording;

/// <content>Of alerts, and of what carries them: the digest, its links and the calendar.</content>
public abstract partial class Words
{
    /// <summary>As in «Keep in touch»: the calendar of alerts.</summary>
    public abstract string Calendar { get; }

    /// <summary>Over the digest.</summary>
    public abstract string DigestTitle { get; }

    public abstract string DigestClosing { get; }

    public abstract string LessOften { get; }

    public abstract string Unsubscribe { get; }

    public abstract string Yes { get; }

    public abstract string LessOftenQuestion { get; }

    public abstract string LessOftenDone { get; }

    public abstract string StopQuestion { get; }

    public abstract string StopDone { get; }

    public abstract string LinkGone { get; }

    /// <summary>As for a task.</summary>
    public abstract string AlertTitle(AlertKind kind, string name);

    /// <param name="meeting">When, by the owner's clock.</param>
    /// <param name="title">Of the meeting; null where it has none.</param>
    /// <param name="last">When they were last in touch.</param>
    public abstract string MeetingAfterLong(string name, DateTime meeting, string? title, DateTimeOffset last, DateTimeOffset now);

    /// <param name="subject">Null where it is not known.</param>
    public abstract string WaitsForAnswer(string name, DateTimeOffset wrote, string? subject);

    public abstract string NoAnswer(string name, DateTimeOffset wrote);

    /// <param name="days">Since the last contact.</param>
    public abstract string WishPassed(int everyWeeks, int days, DateTimeOffset last);

    /// <param name="rhythmDays">Between two weeks with contact, before the silence; null where there is none to speak of.</param>
    public abstract string TurnsFading(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays);

    /// <inheritdoc cref="TurnsFading"/>
    public abstract string BecomesDormant(string name, DateTimeOffset last, DateTimeOffset now, double? rhythmDays);

    public abstract string LastMailOn(string subject, DateTimeOffset at);

    public abstract string LastMeetingOn(string title, DateTimeOffset at);

    /// <param name="names">At least one.</param>
    /// <param name="more">So many are not named; 0 or more.</param>
    public abstract string AlsoThere(IReadOnlyList<string> names, int more);

    /// <param name="names">At least one.</param>
    public abstract string DigestSubject(IReadOnlyList<string> names);

    public abstract string WriteTo(string name);

    /// <summary>When alerts come as long as the mailbox does not say when the owner works.</summary>
    /// <param name="permission">With which it would.</param>
    public abstract string UsualHours(string permission);

    /// <param name="zone">As the mailbox names it.</param>
    public abstract string OwnHours(WorkingHours hours, string zone);

    /// <summary>As in «Ana, Ben and Cara».</summary>
    /// <param name="names">At least one.</param>
    protected static string List(IReadOnlyList<string> names, string and) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}";
}
