using System.Diagnostics;
using InboxNetworker.Benchmarks.Measuring;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Generated;

namespace InboxNetworker.Benchmarks.Ranking;

/// <summary><c>rank</c>: what Core takes to put everybody in order from the bytes of the store, as the list does, against walking over every week of the same bytes once.</summary>
/// <remarks>
/// Weeks that are spread out in memory make no measure: 10,000 histories are some 27 MB then, which one processor's cache holds and another's does not,
/// so that adding them up takes from 0.6 to 4 ms.
/// </remarks>
internal static class RankRow
{
    /// <summary>With fewer people, all their weeks would fit into the processor's nearest memory, where summing them takes next to nothing.</summary>
    private const int People = 10_000;

    /// <summary>With fewer messages, most people would have a week or two.</summary>
    private const int FewestMessages = 100_000;

    private const int Times = 5;

    /// <summary>As many as the list shows at once.</summary>
    private const int APage = 20;

    /// <summary>Until the compiler has done with it.</summary>
    private const int WarmUps = 20;

    public static async Task<Row> MeasureAsync(Plan plan)
    {
        var now = TimeProvider.System.GetUtcNow();
        var relationships = Relationships(Math.Max(plan.Large, FewestMessages), now);
        var stored = relationships.ConvertAll(r => new Candidate(r.Person.Id, r.History.ToBytes(), r.History.Weeks[^1].Last, null));
        var weeks = relationships.Sum(r => r.History.Weeks.Length);
        var measured = await Samples.InTurnsAsync(
            WarmUps,
            plan.Rounds * 2,
            () => Task.FromResult(Milliseconds(() => Core.Relationships.Ranking.Of(stored, now).Count())),
            () => Task.FromResult(Milliseconds(() => Sum(stored))));
        var others = await Samples.InTurnsAsync(
            WarmUps,
            plan.Rounds * 2,
            () => Task.FromResult(Milliseconds(() => Core.Relationships.Ranking.Of(stored, now).Take(APage).Count())),
            () => Task.FromResult(Milliseconds(() => Core.Relationships.Ranking.Of(relationships, now).Count)),
            () => Task.FromResult(Milliseconds(() => Sum(relationships))));
        return new Row(
            "rank",
            new Figure(measured[0], "ms", $"{Text.Number(relationships.Count)} relationships", "N2"),
            new Figure(measured[1], "ms", $"the sum over their {Text.Number(weeks)} weeks", "N2"),
            measured[0].Median / measured[1].Median,
            Target.AtMost(3))
        {
            Note = FormattableString.Invariant($"The first {APage} alone take {others[0].Median:N2} ms. With all weeks spread out in memory it is {others[1].Median:N2} ms, against {others[2].Median:N2} ms for the sum; how long that sum takes is a matter of the processor's cache."),
        };
    }

    private static int Sum(List<Candidate> stored)
    {
        var sum = 0;
        foreach (var candidate in stored)
        {
            var weeks = new StoredWeeks(candidate.History);
            while (weeks.Next(out var week))
            {
                sum += week.Sent;
            }
        }

        return sum;
    }

    private static int Sum(List<Relationship> relationships)
    {
        var sum = 0;
        foreach (var relationship in relationships)
        {
            foreach (ref readonly var week in relationship.History.Weeks.AsSpan())
            {
                sum += week.Sent.Count;
            }
        }

        return sum;
    }

    private static double Milliseconds(Func<int> work)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            GC.KeepAlive(work());
        }

        return clock.Elapsed.TotalMilliseconds / Times;
    }

    private static List<Relationship> Relationships(int messages, DateTimeOffset now)
    {
        var mailbox = GeneratedMailbox.Create(messages, now);
        var own = new OwnAddresses([Parsed(mailbox.Owner.Mail)]);
        var interactions = new List<Interaction>(2 * messages);
        foreach (var message in mailbox.Messages)
        {
            Extraction.FromMail(new MailItem(One(message.From!), [.. message.To.Select(One)], [.. message.Cc.Select(One)], message.Subject, message.Sent, message.To.Count + message.Cc.Count), own, interactions);
        }

        // A smaller mailbox has fewer people, who are taken several times then, with a history of their own each time.
        var people = interactions.GroupBy(i => i.Counterpart).ToArray();
        return
        [
            .. Enumerable.Range(0, Math.Max(People, people.Length)).Select(number => (Number: number, Who: people[number % people.Length])).Select(person => new Relationship(
                new Person(person.Number + 1, person.Who.Key.Value, [person.Who.Key]),
                WeeklyHistory.Of(person.Who),
                new Topic("Draft of the annual report", person.Who.Max(i => i.At)),
                null)),
        ];
    }

    private static Participant One(Recipient recipient) => new(Parsed(recipient.Address), recipient.Name);

    private static EmailAddress Parsed(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("Not an address.", nameof(text));
}
