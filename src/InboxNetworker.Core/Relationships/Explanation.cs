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
                Share("pulse", "weeks in touch lately; each counts half after 30 days", facts.Pulse, TieCoefficients.Pulse, by.Pulse),
                Share("exchange", "the same, but only weeks in which each of you turned to the other", facts.Exchange, 0, by.Exchange),
                Share("memory", "weeks in touch over the last year; each counts half after 180 days", facts.Memory, TieCoefficients.Memory, by.Memory),
                Share("quarters", "quarters of a year with contact; each counts half after 180 days", facts.Quarters, 0, by.Quarters),
                Share("own-weeks", "weeks between the first and the last time you turned to them", facts.OwnWeeks, TieCoefficients.OwnWeeks, 0),
                Share("silence", "weeks since you were last in touch", facts.SilenceWeeks, 0, by.Silence),
            ],
            (own.Slope * by.Intercept) + ((1 - own.Slope) * Calibration.Middle),
            own.Shift,
            state,
            RelationshipModel.Definition(state));

        FeatureShare Share(string code, string label, double value, double tie, double contact30) =>
            new(code, label, value, tie * Math.Log(1 + value), own.Slope * contact30 * Math.Log(1 + value));
    }
}
