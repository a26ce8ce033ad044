using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>A mailbox and what happens to it, all drawn from one number.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), End = Begin.AddDays(60);

    private static readonly Recipient Owner = new("Olga Owner", "owner@here.example");
    private static readonly string[] ReadFolders = ["inbox", "sentitems", "archive", "projects", "below"];
    private readonly Random _dice;
    private readonly List<Recipient> _people;
    private readonly List<Change> _changes = [];
    private int _second;

    public Story(int seed)
    {
        _dice = new Random(seed);
        _people = [.. Enumerable.Range(0, 7).Select(n => new Recipient($"Person Number{n}", $"person.number{n}@{(n % 2 == 0 ? "there" : "elsewhere")}.example"))];
        _people.Add(new Recipient("Person Number0", "pnumber0@old.example"));
        _people.Add(new Recipient("newsletter", "newsletter@shop.example"));
        Content = Fill();
        Scene(late: false);
        Plans(late: false);
        Scene(late: true);
        Plans(late: true);
    }

    public MailboxContent Content { get; }

    /// <summary>What happens while the mailbox is read for the first time.</summary>
    public IReadOnlyList<Change> First => [.. _changes.Where(c => !c.Late)];

    /// <summary>What happens after it has been read once.</summary>
    public IReadOnlyList<Change> Later => [.. _changes.Where(c => c.Late)];

    public static int PageSize(int seed) => 3 + (seed % 9);

    private MailboxContent Fill()
    {
        List<Folder> folders =
        [
            new("inbox", "Inbox", "inbox"), new("sentitems", "Sent Items", "sentitems"), new("drafts", "Drafts", "drafts"), new("deleteditems", "Deleted Items", "deleteditems"),
            new("junkemail", "Junk", "junkemail"), new("outbox", "Outbox", "outbox"), new("archive", "Archive", "archive"), new("projects", "Projects"), new("below", "Below", null, "projects"),
        ];
        var messages = new List<Message>();
        for (var n = _dice.Next(25, 70); n > 0; n--)
        {
            var folder = Pick([.. ReadFolders, "inbox", "sentitems", "junkemail"]);
            var message = Mail($"m{n}", folder);
            messages.Add(message);
            if (_dice.Next(6) == 0)
            {
                messages.Add(message with { Key = $"m{n}-copy", FolderKey = Pick(ReadFolders), InternetMessageId = $"<copy{n}@here.example>" });
            }
        }

        var meetings = Enumerable.Range(0, _dice.Next(3, 7)).Select(n => new Meeting(
            $"e{n}",
            $"Meeting {n}",
            Begin.AddDays(-_dice.Next(-30, 200)).AddMinutes(n),
            Begin.AddDays(1000),
            Owner,
            Attendees(),
            Response.Organizer,
            Weeks: n % 3 == 0 ? 2 : 0,
            Occurrences: n % 3 == 0 ? _dice.Next(2, 9) : 1,
            IsCancelled: n == 4)).Select(m => m with { End = m.Start.AddHours(1) });
        return new MailboxContent(
            new GraphEmulator.Mailboxes.Owner(Owner.Name, Owner.Address, []),
            folders,
            messages,
            [.. meetings],
            [new DirectoryPerson("Person Number2", [_people[2].Address, "p2@alias.example"], Department: "Finance", CompanyName: "There")]);
    }

    private Message Mail(string key, string folder)
    {
        var other = _people[_dice.Next(_people.Count)];
        var mine = folder == "sentitems" || _dice.Next(5) == 0;
        var copied = _people[_dice.Next(_people.Count)];
        return new Message(key, folder, mine ? Owner : other, [mine ? other : Owner], _dice.Next(4) == 0 ? [copied] : [], $"About {key}", NextSent(), key, $"<{key}@here.example>", IsRead: _dice.Next(2) == 0);
    }

    /// <summary>Every message has a second of its own.</summary>
    private DateTimeOffset NextSent() => Begin.AddDays(-_dice.Next(1, 700)).AddSeconds(++_second);

    private void Scene(bool late)
    {
        // Every message takes part in one event at most: what comes of two is the service's affair.
        var free = new Queue<Message>(Content.Messages.Where(m => !_changes.Any(c => c.Key == m.Key)).OrderBy(_ => _dice.Next()));
        for (var n = _dice.Next(4, 14); n > 0 && free.TryDequeue(out var message); n--)
        {
            var wasRead = ReadFolders.Contains(message.FolderKey);
            var (inHere, elsewhere) = (message.FolderKey, Pick([.. ReadFolders.Where(f => f != message.FolderKey)]));
            Add(_dice.Next(late ? 9 : 7) switch
            {
                0 => (c, id) => c.ChangeMessage(id!, new MessageChange(Subject: $"{message.Subject}, corrected")),
                1 => (c, id) => c.ChangeMessage(id!, new MessageChange(IsRead: !message.IsRead, Categories: ["Blue"])),
                2 when wasRead => (c, id) => c.MoveMessage(id!, FolderId(c, elsewhere)),
                3 when wasRead => (c, id) =>
                {
                    c.MoveMessage(id!, FolderId(c, elsewhere));
                    c.MoveMessage(id!, FolderId(c, inHere));
                },
                4 when !wasRead => (c, id) => c.MoveMessage(id!, "inbox"),
                4 => (c, id) =>
                {
                    c.MoveMessage(id!, FolderId(c, elsewhere));
                    c.ChangeMessage(id!, new MessageChange(Subject: $"{message.Subject}, moved"));
                },
                7 when wasRead => null,
                8 when wasRead => null,
                _ => New($"new{(late ? "-late" : "")}{n}"),
            });

            void Add(Action<MailboxControl, string?>? act) => _changes.Add(act is null
                ? new Change(message.Key, late, (e, id) => e.Control.DeleteMessage(id!, permanent: message.Key.Length % 2 == 0), Deletes: true)
                : new Change(message.Key, late, (e, id) => act(e.Control, id)));
        }
    }

    /// <summary>Plans change: meetings are made, moved, renamed, answered, cancelled and taken out of the calendar.</summary>
    private void Plans(bool late)
    {
        var free = new Queue<Meeting>(Content.Meetings.Where(m => !_changes.Any(c => c.Key == m.Key)).OrderBy(_ => _dice.Next()));

        // Not both: of a person only the newest meeting's title is kept, so that of one that was deleted cannot take the place of one taken back later.
        var deletes = late && _dice.Next(3) == 0;
        for (var n = _dice.Next(1, 4); n > 0 && free.TryDequeue(out var meeting); n--)
        {
            var (days, people) = (_dice.Next(-40, 40), Attendees());
            Func<GraphEmulatorHost, string?, object?>? act = (deletes ? 5 : _dice.Next(5)) switch
            {
                0 => (e, id) => e.Calendar.Change(id!, new EventChange(Subject: $"{meeting.Subject}, renamed")),
                1 => (e, id) => e.Calendar.Change(id!, new EventChange(Start: meeting.Start.AddDays(days), End: meeting.End.AddDays(days))),
                2 => (e, id) => e.Calendar.Change(id!, new EventChange(Attendees: people)),
                3 => (e, id) => e.Calendar.Change(id!, new EventChange(IsCancelled: true)),
                4 => (e, _) => e.Calendar.Add(new EventToAdd($"New meeting {late} {days}", Begin.AddDays(days), Begin.AddDays(days).AddHours(1), Attendees: people)),
                _ => null,
            };

            // Only what is over is taken out of the story: what is taken out before it began never happened.
            if (act is not null)
            {
                _changes.Add(new Change(meeting.Key, late, (e, id) => act(e, e.Calendar.Events.FirstOrDefault(x => x.Subject == meeting.Subject)?.Id ?? id)));
            }
            else if (meeting.Start.AddDays(14 * (meeting.Occurrences - 1)) < Begin)
            {
                _changes.Add(new Change(meeting.Key, late, (e, _) => e.Calendar.Delete(e.Calendar.Events.First(x => x.Subject == meeting.Subject).Id), Deletes: true));
            }
        }
    }

    private Attendee[] Attendees() =>
        [.. _people.Take(_dice.Next(1, 8)).Select(p => new Attendee(p.Name, p.Address, AttendeeType.Required, Pick([Response.Accepted, Response.Accepted, Response.Declined, Response.None])))];

    private Action<MailboxControl, string?> New(string key)
    {
        var message = Mail(key, Pick(["inbox", "sentitems", "archive"]));
        return (c, _) => c.AddMessage(new NewMessage(message.FolderKey, message.From!, message.To, message.Subject, message.Sent, message.Cc));
    }

    private static string FolderId(MailboxControl control, string key) => control.FolderId(key);

    private T Pick<T>(T[] from) => from[_dice.Next(from.Length)];

    /// <param name="Key">Of the message or meeting it happens to.</param>
    /// <param name="Deletes">What was read before stays; so the story without it ends the same.</param>
    internal sealed record Change(string Key, bool Late, Action<GraphEmulatorHost, string?> Act, bool Deletes = false)
    {
        public void Happen(GraphEmulatorHost emulator) => Act(emulator, emulator.Control.IdOf(Key));
    }
}
