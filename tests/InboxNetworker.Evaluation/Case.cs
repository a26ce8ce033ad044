using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>An address at one cut through the time of a mailbox: what was known, and what came.</summary>
/// <param name="Known">Up to the cut, oldest first; at least four, at least one each way.</param>
/// <param name="Next">The first contact after the cut.</param>
internal sealed record Case(Cut At, string Address, IReadOnlyList<Contact> Known, long? Next, WeeklyHistory History)
{
    private const int FewestContacts = 4;

    private (double Tie, double Contact30)? _scores;
    private Features? _features;

    public string Mailbox => At.Mailbox;

    public long Cut => At.At;

    public long End => At.End;

    public long Silence => Cut - Known[^1].At;

    public double Tie => Scores.Tie;

    public double Contact30 => Scores.Contact30;

    public Features Features => _features ??= Core.Relationships.Features.Of(History, At.Now)!.Value;

    /// <summary>What the product says.</summary>
    private (double Tie, double Contact30) Scores => _scores ??= RelationshipModel.Score(History, At.Now, At.Calibration);

    /// <param name="parts">Where to cut; see <see cref="Evaluation.Cut.OfProtocol"/>.</param>
    public static IEnumerable<Case> Of(Mailbox mailbox, IEnumerable<double> parts)
    {
        foreach (var (cut, addresses) in Evaluation.Cut.Of(mailbox, parts))
        {
            foreach (var ((address, all, count), history) in addresses.Zip(cut.Histories))
            {
                var known = all.Take(count).ToList();
                if (count >= FewestContacts && known.Any(c => c.Outgoing) && known.Any(c => !c.Outgoing))
                {
                    yield return new Case(cut, address, known, count < all.Count ? all[count].At : null, history);
                }
            }
        }
    }
}
