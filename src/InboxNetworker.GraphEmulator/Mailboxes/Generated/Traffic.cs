using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>The mail itself, oldest first, evenly over the time. What repeats (people, subjects, threads) is shared, so that a million fit in memory.</summary>
internal sealed class Traffic(Circle circle, Span time)
{
    private const double Answers = 0.55, SentShare = 0.38, Copies = 0.005, Invitations = 0.01;
    private const int ThreadsAlive = 200;

    private readonly List<Thread> _alive = new(ThreadsAlive);
    private Dice _dice = Dice.For("traffic");
    private int _threads;
    private double _introductions;

    public Message[] Write(int count)
    {
        var all = new Message[count];

        // A little more than needed: everybody has been introduced before the end, except in the smallest mailboxes.
        _introductions = Math.Min(0.5, 1.1 * circle.Count / ((1 - Answers) * count));
        for (var i = 0; i < count; i++)
        {
            all[i] = i > 0 && _dice.Chance(Copies) ? Copy(all[i - 1], i) : Next(i, (i + _dice.Next()) / count);
        }

        return all;
    }

    private static Message Copy(Message original, int number) => original with
    {
        Key = Key(number),
        FolderKey = original.FolderKey == Shelves.Projects ? Shelves.Archive : Shelves.Projects,
    };

    private static string Key(int number) => "g" + number.ToString(CultureInfo.InvariantCulture);

    private Message Next(int number, double at)
    {
        var thread = _alive.Count > 0 && _dice.Chance(Answers) ? _alive[_dice.Below(_alive.Count)] : Begin(at);
        var sent = !thread.With.Writes && _dice.Chance(SentShare / (1 - 0.06));
        var (from, folder) = sent ? (Circle.Me, Shelves.Sent) : (thread.With.Recipient, Shelves.Of(_dice.Next()));
        var to = sent ? Others(thread.With.Recipient, at, _dice.Next() switch { < 0.70 => 0, < 0.85 => 1, < 0.95 => 2, _ => 3 }) : Received(thread, at);
        IReadOnlyList<Recipient> cc = _dice.Chance(0.15) ? [circle.Pick(at, person: true, ref _dice).Recipient] : [];
        var subject = thread.Written++ == 0 ? thread.Subject : thread.AnswerSubject;
        return new Message(
            Key(number),
            folder,
            from,
            to,
            cc,
            subject,
            time.At(at),
            thread.Key,
            $"<{Dice.Token(Key(number)).ToUpperInvariant()}{Dice.Token(subject).ToUpperInvariant()}@{Names.MailServers[number % Names.MailServers.Count]}>",
            Kind: !sent && _dice.Chance(Invitations) ? MessageKind.MeetingRequest : MessageKind.Message,
            IsRead: sent || !_dice.Chance(0.05));
    }

    private Thread Begin(double at)
    {
        var thread = new Thread(
            "t" + (++_threads).ToString(CultureInfo.InvariantCulture),
            (_dice.Chance(_introductions) ? circle.Introduce() : null) ?? circle.Pick(at, person: false, ref _dice),
            Names.Subject(_threads, ref _dice));
        if (_alive.Count < ThreadsAlive)
        {
            _alive.Add(thread);
        }
        else
        {
            _alive[_dice.Below(ThreadsAlive)] = thread;
        }

        return thread;
    }

    /// <summary>To the owner alone, to the owner among others, or to others with the owner as one of a few.</summary>
    private Recipient[] Received(Thread thread, double at) =>
        thread.With.Writes || _dice.Chance(0.6) ? JustMe : Others(Circle.Me, at, _dice.Between(1, 3));

    private Recipient[] Others(Recipient first, double at, int more)
    {
        if (more == 0)
        {
            return [first];
        }

        var all = new List<Recipient>(more + 1) { first };
        for (var i = 0; i < more; i++)
        {
            var next = circle.Pick(at, person: true, ref _dice).Recipient;
            if (!all.Contains(next))
            {
                all.Add(next);
            }
        }

        return [.. all];
    }

    private static Recipient[] JustMe { get; } = [Circle.Me];

    private sealed class Thread(string key, Correspondent with, string subject)
    {
        public string Key => key;

        public Correspondent With => with;

        public string Subject => subject;

        public string AnswerSubject { get; } = "RE: " + subject;

        public int Written { get; set; }
    }
}
