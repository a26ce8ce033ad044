namespace InboxNetworker.Core.Relationships;

/// <summary>What each fact adds to <see cref="Assessment.Tie"/>. Only their ratio matters.</summary>
/// <remarks>
/// Fitted on 2026-11-23 by <c>InboxNetworker.Evaluation -- fit</c> to who came back, in 52 real mailboxes (Enron, the linux-man list, a manufacturing
/// company), each of the three with equal weight. None may be below 0, and all three facts only ever rise with more contact, so no contact can lower a tie.
/// </remarks>
internal static class TieCoefficients
{
    /// <summary>For ln(1 + <see cref="Features.Pulse"/>): how alive it was in the last weeks.</summary>
    public const double Pulse = 1.751;

    /// <summary>For ln(1 + <see cref="Features.Memory"/>): how much it was over the last year.</summary>
    public const double Memory = 0.394;

    /// <summary>For ln(1 + <see cref="Features.OwnWeeks"/>): for how long the owner has kept turning to them.</summary>
    public const double OwnWeeks = 0.219;
}

/// <summary>The logistic model behind <see cref="Assessment.Contact30"/>: each number is for the logarithm of 1 and the fact of that name.</summary>
/// <param name="Intercept">Where nothing else is known.</param>
/// <param name="Pulse">For ln(1 + <see cref="Features.Pulse"/>).</param>
/// <param name="Exchange">For ln(1 + <see cref="Features.Exchange"/>).</param>
/// <param name="Memory">For ln(1 + <see cref="Features.Memory"/>).</param>
/// <param name="Quarters">For ln(1 + <see cref="Features.Quarters"/>).</param>
/// <param name="Silence">For ln(1 + <see cref="Features.SilenceWeeks"/>); 0 or less, the others 0 or more, so that a newer contact never lowers it.</param>
/// <param name="WeekShare">
/// What a week's chance of contact is to that of 30 days: with probability p for the 30 days it is 1 − (1 − p)^share for the week that comes first.
/// </param>
public sealed record Contact30Coefficients(double Intercept, double Pulse, double Exchange, double Memory, double Quarters, double Silence, double WeekShare)
{
    /// <summary>
    /// Fitted on 2026-11-23 by the same command to the same mailboxes, silent for a week or longer; each data set with equal weight.
    /// </summary>
    public static readonly Contact30Coefficients Shipped = new(
        Intercept: -3.272,
        Pulse: 0.953,
        Exchange: 0.631,
        Memory: 0.790,
        Quarters: 0.945,
        Silence: -0.214,
        WeekShare: 0.326);
}
