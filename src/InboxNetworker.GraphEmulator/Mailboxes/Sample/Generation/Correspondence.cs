using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Plays the scripts of relationships and circles as threads.</summary>
internal sealed class Correspondence(Post post)
{
    /// <summary>Messages in a thread, on average, as <see cref="Turns"/> draws them.</summary>
    private const double MeanThread = 2.7;

    /// <summary>Average of <see cref="WorkingTime.Density"/> over the working days and holidays of a year.</summary>
    private const double MeanDensity = 0.91;

    private static readonly Recipient[] OftenCopied = [.. Cast.Of(["Tomasz Wielgorski", "Dagmar Ostrowe", "Amara Diallokou", "Jonas Ferchland"]).Select(each => each.At(0))];

    private readonly Dictionary<string, string> _told = [];

    public void Play(Relationship relationship)
    {
        var person = Cast.Of(relationship.Person);
        foreach (var phase in relationship.Phases)
        {
            Play(person, phase);
        }

        foreach (var exchange in relationship.Exchanges)
        {
            Tell(person, exchange);
        }
    }

    public void Play(Circle circle)
    {
        var recent = new Queue<string>();
        var party = Cast.Of(circle.Members).Select(each => each.At(0)).ToList();
        foreach (var (day, fixedDice) in ThreadDays("circle " + circle.Name, circle.From, circle.To, circle.Threads))
        {
            var dice = fixedDice;
            var some = dice.Some(party, dice.Between(2, party.Count));
            var turns = new List<int> { dice.Chance(0.3) ? 0 : dice.Between(1, some.Count) };
            for (var more = dice.Between(0, 2) + dice.Between(0, 3); more > 0; more--)
            {
                turns.Add(Another(turns[^1], some.Count, ref dice));
            }

            var topic = dice.Pick(circle.Topics);
            Run(new Thread(Key(circle.Name, day), SubjectLine.ForMail(topic, day, recent, ref dice), topic, day, post.WeeksAgo(circle.To), some, turns), ref dice);
        }
    }

    public void Play(LongThread thread)
    {
        var dice = Dice.For(thread.Subject);
        var party = Cast.Of(thread.Members).Select(each => each.At(0)).ToList();
        var turns = new List<int> { 1 };
        while (turns.Count < thread.Messages)
        {
            turns.Add(Another(turns[^1], party.Count, ref dice));
        }

        var day = WorkingTime.WorkdayOnOrBefore(post.DaysAgo(thread.DaysAgo));
        Run(new Thread(Key(thread.Subject, day), thread.Subject, thread.Topic, day, post.Today, party, turns) { Hurried = true }, ref dice);
    }

    /// <summary>Somebody met in passing; while employed, when a colleague.</summary>
    public void Pass(string name, Topic topic)
    {
        var person = Cast.Of(name);
        Play(person, new Phase(156.5, person.LeftWeeksAgo + 1 ?? 0, 0.027, 0, topic));
    }

    private void Play(Person person, Phase phase)
    {
        var recent = new Queue<string>();
        foreach (var (day, fixedDice) in ThreadDays(person.Addresses[0] + phase.Address, phase.From, phase.To, phase.Mails / MeanThread))
        {
            var dice = fixedDice;
            var topic = dice.Pick(phase.Topics);
            var other = person.At(phase.Address);
            var subject = (dice.Chance(0.04) ? "Fwd: " : "") + SubjectLine.ForMail(topic, day, recent, ref dice);
            if (!person.IsColleague && dice.Chance(0.05))
            {
                other = other with { Name = other.Address };
            }

            Run(new Thread(Key(other.Address, day), subject, topic, day, post.WeeksAgo(phase.To), [other], Turns(phase.Mine, ref dice))
            {
                Copied = person.IsColleague && topic != Topic.Personal && dice.Chance(0.1) ? dice.Pick(OftenCopied) : null,
                MayBeAway = true,
            }, ref dice);
        }
    }

    private void Tell(Person person, Exchange exchange)
    {
        var day = WorkingTime.WorkdayOnOrBefore(post.DaysAgo(exchange.DaysAgo));
        var dice = Dice.For(person.Name + exchange.Subject + exchange.DaysAgo.ToString(CultureInfo.InvariantCulture));
        var bare = Bare(exchange.Subject);
        var conversation = exchange.Subject == bare ? _told[person.Name + bare] = Key(person.Addresses[0] + " told", day) : _told[person.Name + bare];
        Run(new Thread(conversation, exchange.Subject, null, day, post.Today, [person.At(exchange.Address)], [.. exchange.Turns.Select(turn => turn == '>' ? 0 : 1)]), ref dice);
    }

    /// <summary>The days on which a thread begins, each with its dice; the same whatever day it is today.</summary>
    private IEnumerable<(DateOnly Day, Dice Dice)> ThreadDays(string subject, double from, double to, double perWeek)
    {
        foreach (var day in post.Days(post.WeeksAgo(from), post.WeeksAgo(to)))
        {
            var dice = Dice.For(subject, day);
            if (dice.Chance(perWeek / 5 / MeanDensity * post.Density(day)))
            {
                yield return (day, dice);
            }
        }
    }

    private void Run(Thread thread, ref Dice dice)
    {
        var sent = WorkingTime.At(thread.Day, WorkingTime.SomeMinute(ref dice), dice.Below(60));
        var until = WorkingTime.At(thread.Until, 0);
        var subject = thread.Subject;
        for (var i = 0; i < thread.Turns.Count; i++)
        {
            var author = thread.Author(thread.Turns[i]);
            var isOwner = thread.Turns[i] == 0;
            if (i == 0 && isOwner && WorkingTime.OwnerIsAway(thread.Day))
            {
                sent = WorkingTime.AtWork(sent, owner: true, ref dice);
            }
            else if (i > 0)
            {
                sent = thread.Hurried
                    ? WorkingTime.AtWork(sent.AddSeconds(240 + dice.Below(7_000)), isOwner, ref dice)
                    : WorkingTime.Reply(sent, isOwner, ref dice);
                subject = (SaysAw(author) ? "AW: " : "Re: ") + Bare(thread.Subject);
            }

            var (to, cc) = thread.Addressees(i);
            var letter = new Letter(thread.Conversation, author, to, cc, subject, sent)
            {
                Topic = thread.Topic,
                Sender = author.Address.StartsWith("dagmar.", StringComparison.Ordinal) && dice.Chance(0.25) ? Cast.Of("Linnea Pacekova").At(0) : null,
            };
            if (sent >= until || !post.Deliver(letter))
            {
                return;
            }

            if (isOwner && thread.MayBeAway && WorkingTime.Day(sent) is (_, 7 or 8, _) or (_, 12, >= 18) && dice.Chance(0.07))
            {
                post.Deliver(new Letter(thread.Conversation, thread.Party[0], [Cast.Me], [], "Automatic reply: " + Bare(subject), sent.AddSeconds(dice.Between(2, 20))));
            }
        }
    }

    private static List<int> Turns(double mine, ref Dice dice)
    {
        var length = dice.Next() switch { < 0.28 => 1, < 0.55 => 2, < 0.75 => 3, < 0.87 => 4, < 0.94 => 5, _ => dice.Between(6, 9) };
        var turns = new List<int> { dice.Chance(mine) ? 0 : 1 };
        while (turns.Count < length)
        {
            turns.Add(dice.Chance(0.9) ? 1 - turns[^1] : turns[^1]);
        }

        return turns;
    }

    private static int Another(int last, int others, ref Dice dice)
    {
        var next = dice.Chance(0.25) ? 0 : dice.Between(1, others);
        return next != last ? next : (next + 1) % (others + 1);
    }

    private static bool SaysAw(Recipient author) =>
        author.Address.EndsWith("@nordhafen.example", StringComparison.Ordinal)
        || author.Address.EndsWith("@stadtwerke-auenthal.example", StringComparison.Ordinal)
        || author.Address.EndsWith("@kirschbaum-druck.example", StringComparison.Ordinal);

    private static string Bare(string subject)
    {
        while (subject.StartsWith("Re: ", StringComparison.Ordinal) || subject.StartsWith("AW: ", StringComparison.Ordinal))
        {
            subject = subject[4..];
        }

        return subject;
    }

    private static string Key(string name, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Dice.Token(name)[..8]}.{day:yyyyMMdd}");

    /// <param name="Turns">Who writes: 0 the owner, else the place in <paramref name="Party"/> counted from 1.</param>
    private sealed record Thread(string Conversation, string Subject, Topic? Topic, DateOnly Day, DateOnly Until, IReadOnlyList<Recipient> Party, IReadOnlyList<int> Turns)
    {
        public Recipient? Copied { get; init; }

        public bool Hurried { get; init; }

        public bool MayBeAway { get; init; }

        public Recipient Author(int turn) => turn == 0 ? Cast.Me : Party[turn - 1];

        /// <summary>The first writes to all; an answer goes to the one before, the others in copy.</summary>
        public (IReadOnlyList<Recipient> To, IReadOnlyList<Recipient> Cc) Addressees(int message)
        {
            var others = Party.Prepend(Cast.Me).Where(each => each != Author(Turns[message])).ToList();
            var to = message == 0 || Turns[message] == Turns[message - 1] ? others : [Author(Turns[message - 1])];
            IReadOnlyList<Recipient> cc = [.. others.Except(to)];
            return (to, Copied is null || Party.Contains(Copied) ? cc : [.. cc, Copied]);
        }
    }
}
