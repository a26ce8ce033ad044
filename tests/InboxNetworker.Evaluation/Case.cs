using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>An address at one cut through the time of a mailbox: what was known, and what came.</summary>
/// <param name="Cut">UTC seconds; a contact at the cut is known.</param>
/// <param name="End">Up to when the mailbox tells what came: the time at 98 % of its contacts.</param>
/// <param name="Known">Up to the cut, oldest first; at least four, at least one each way.</param>
/// <param name="Next">The first contact after the cut.</param>
internal sealed record Case(string Mailbox, long Cut, long End, string Address, IReadOnlyList<Contact> Known, long? Next, double Tie, double Contact30)
{
    private const int FewestContacts = 4;
    private const double Start = 0.02, Finish = 0.98;
    private static readonly double[] Cuts = [0.4, 0.5, 0.6, 0.7, 0.8];

    // A history does not know whose it is; the addresses of these files are compared as they stand, readable or not.
    private static readonly EmailAddress Anybody = EmailAddress.TryParse("anybody@example.com", out var address) ? address : throw new InvalidOperationException();

    public long Silence => Cut - Known[^1].At;

    /// <summary>Whole weeks back from the cut in which the two were in touch, each counted once, halved every so many days.</summary>
    public double DecayedWeeks(double halfLifeDays) =>
        Known.Select(c => (Cut - c.At) / IsoWeek.Seconds).Distinct().Sum(w => Math.Pow(0.5, 7 * w / halfLifeDays));

    public static IEnumerable<Case> Of(Mailbox mailbox)
    {
        var times = mailbox.Contacts.Values.SelectMany(c => c).Select(c => c.At).Order().ToList();
        var (from, to) = (times[(int)(times.Count * Start)], times[(int)(times.Count * Finish)]);
        foreach (var cut in Cuts.Select(part => (long)Math.Floor(from + (part * (to - from)))))
        {
            foreach (var (address, contacts) in mailbox.Contacts.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                var known = contacts.TakeWhile(c => c.At <= cut).ToList();
                if (known.Count >= FewestContacts && known.Any(c => c.Outgoing) && known.Any(c => !c.Outgoing))
                {
                    var (tie, contact30) = Ask(known, cut);
                    yield return new Case(mailbox.Name, cut, to, address, known, known.Count < contacts.Count ? contacts[known.Count].At : null, tie, contact30);
                }
            }
        }
    }

    private static (double Tie, double Contact30) Ask(List<Contact> known, long cut)
    {
        var history = WeeklyHistory.Of(known.Select(c => new Interaction(
            default, Anybody, DateTimeOffset.FromUnixTimeSeconds(c.At), Channel.Mail, c.Outgoing ? Direction.Out : Direction.In)));
        return RelationshipModel.Score(history, DateTimeOffset.FromUnixTimeSeconds(cut));
    }
}
