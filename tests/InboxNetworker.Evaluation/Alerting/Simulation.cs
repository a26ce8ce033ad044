using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Evaluation.Alerting;

/// <summary>
/// A mailbox gone through day by day as the product would, on working days at ten: the policy raises what it finds, and each fixed rule raises as many at the
/// same moments, so that they differ in whom they name alone.
/// </summary>
internal sealed class Simulation(IReadOnlyList<Relationship> people, DateTimeOffset from, DateTimeOffset to)
{
    private static readonly int[] FixedDays = [30, 60, 90];

    private readonly Dictionary<long, Relationship> _byId = people.ToDictionary(p => p.Person.Id);
    private readonly List<PastAlert> _past = [];
    private readonly HashSet<(int Days, long ContactId, DateTimeOffset Last)> _named = [];

    public IReadOnlyList<Raised> Run()
    {
        var raised = new List<Raised>();
        Calibration? calibration = null;
        for (var day = from.Date.AddHours(10); day <= to.UtcDateTime; day = day.AddDays(1))
        {
            var now = new DateTimeOffset(day, TimeSpan.Zero);
            if (calibration is null || now.DayOfWeek == DayOfWeek.Monday)
            {
                calibration = Calibration.Of(people.Where(p => p.Noise is null).Select(p => p.History), now);
            }

            var alerts = AlertPolicy.Decide([.. people.Select(p => p with { Calibration = calibration })], _past, AlertNumbers.PerWeek, WorkingHours.Usual, now, Words.English);
            _past.AddRange(alerts.Select(a => new PastAlert(a.Sign.ContactId, a.Sign.Kind, a.Sign.Anchor, now)));
            raised.AddRange(alerts.Select(a => Of(a.Sign.Kind.ToString(), _byId[a.Sign.ContactId], now)));
            if (alerts.Count > 0)
            {
                raised.AddRange(FixedDays.SelectMany(days => Fixed(days, alerts.Count, now)));
            }
        }

        return raised;
    }

    /// <summary>Of everybody with mail both ways in three weeks who has been silent for so long and was not named for this silence: those with most mails.</summary>
    private IEnumerable<Raised> Fixed(int days, int count, DateTimeOffset now)
    {
        var silent =
            from person in people
            where person.Noise is null
            let past = Known(person, now)
            where past.Length >= RelationshipModel.MinWeeks && past.Any(w => w.Sent.Count > 0) && past.Any(w => w.Received.Count > 0)
            let last = past[^1].Last
            where (now - last).TotalDays > days && !_named.Contains((days, person.Person.Id, last))
            orderby past.Sum(w => w.Count) descending, person.Person.Id
            select (person, last);
        foreach (var (person, last) in silent.Take(count).ToList())
        {
            _named.Add((days, person.Person.Id, last));
            yield return Of($"{days} days", person, now);
        }
    }

    private Raised Of(string what, Relationship person, DateTimeOffset now)
    {
        var next = person.History.Weeks.SelectMany(w => new[] { w.Sent, w.Received }).Where(t => t.Count > 0)
            .Select(t => t.First > now ? t.First : t.Last).Where(at => at > now).Select(at => (double?)(at - now).TotalDays).Min();
        var known = Known(person, now);
        return new Raised(what, known.Length, (now - known[^1].Last).TotalDays, next, (to - now).TotalDays);
    }

    private static ActiveWeek[] Known(Relationship person, DateTimeOffset now) => [.. person.History.Weeks.Where(w => w.Last <= now)];
}
