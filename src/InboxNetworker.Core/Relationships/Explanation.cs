using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <summary>One fact of a history and what it adds to the two numbers.</summary>
/// <param name="Code">Stable, for programs: <c>pulse</c>, <c>exchange</c>, <c>memory</c>, <c>quarters</c>, <c>own-weeks</c>, <c>silence</c>.</param>
/// <param name="Label">What is counted, for people.</param>
/// <param name="Value">The fact itself, 0 or more; a week may count for a part.</param>
/// <param name="Tie">What it adds to the tie, 0 or more; all of them together are the tie.</param>
/// <param name="Contact30">What it adds to the log-odds of contact within 30 days; below 0 it speaks against it.</param>
public sealed record FeatureShare(string Code, string Label, double Value, double Tie, double Contact30);

/// <summary>Both numbers of a relationship, taken apart.</summary>
/// <param name="Start">The log-odds before any fact: those of the shipped model, as the mailbox stretches them.</param>
/// <param name="Mailbox">What the mailbox's own past adds to the log-odds; 0 where it has not calibrated itself.</param>
/// <param name="StateText">The definition of the state, in words with its numbers.</param>
/// <remarks>contact30 is 1 ÷ (1 + e^−x), where x is <see cref="Start"/>, <see cref="Mailbox"/> and all <see cref="FeatureShare.Contact30"/> together.</remarks>
public sealed record Explanation(double Tie, double Contact30, IReadOnlyList<FeatureShare> Features, double Start, double Mailbox, RelationshipState State, string StateText)
{
    /// <returns>Null when nothing happened up to <paramref name="now"/>.</returns>
    public static Explanation? Of(WeeklyHistory history, DateTimeOffset now, Calibration? calibration = null)
    {
        if (!Standing.TryOf(new HeldWeeks(history), now, out var standing))
        {
            return null;
        }

        var (facts, by) = (Relationships.Features.Of(standing), Contact30Coefficients.Shipped);
        var (own, state) = (calibration ?? Calibration.None, RelationshipModel.StateOf(standing, now));
        return new Explanation(
            RelationshipModel.Tie(standing),
            RelationshipModel.Contact30(facts, by, own),
            [
                Share("pulse", facts.Pulse, TieCoefficients.Pulse, by.Pulse),
                Share("exchange", facts.Exchange, 0, by.Exchange),
                Share("memory", facts.Memory, TieCoefficients.Memory, by.Memory),
                Share("quarters", facts.Quarters, 0, by.Quarters),
                Share("own-weeks", facts.OwnWeeks, TieCoefficients.OwnWeeks, 0),
                Share("silence", facts.SilenceWeeks, 0, by.Silence),
            ],
            (own.Slope * by.Intercept) + ((1 - own.Slope) * Calibration.Middle),
            own.Shift,
            state,
            RelationshipModel.Definition(state));

        FeatureShare Share(string code, double value, double tie, double contact30) =>
            new(code, Words.Current.Feature(code), value, tie * Math.Log(1 + value), own.Slope * contact30 * Math.Log(1 + value));
    }
}
