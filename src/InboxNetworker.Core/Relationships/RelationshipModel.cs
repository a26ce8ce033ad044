namespace InboxNetworker.Core.Relationships;

/// <summary>
/// The model: one function from a relationship and a moment to its state, its two numbers and the reasons. Pure and deterministic.
/// </summary>
/// <remarks>
/// Its features (<see cref="Features"/>) are decayed active weeks (Σ ½^(7w/half-life) over the weeks w ago with contact), with a long and a short memory,
/// for how long the owner has turned to them, over how many quarters, and the silence. Counting different weeks, decayed, is among the best single rules
/// for which silent people come back; a fixed number of days and silence over the usual gap are among the worst. docs/model.md has the figures.
/// </remarks>
public static partial class RelationshipModel
{
    /// <param name="now">What happened later does not count.</param>
    /// <param name="reserved">Why they stand where they would not by their rank (<see cref="Placed{T}.Reserved"/>); null for most.</param>
    public static Assessment Assess(Relationship relationship, DateTimeOffset now, Reason? reserved = null) =>
        Suggestible.Heard(relationship, Judge(relationship, now, reserved), now);

    private static Assessment Judge(Relationship relationship, DateTimeOffset now, Reason? reserved)
    {
        var past = relationship.History.UpTo(now);
        if (!Standing.TryOf(new HeldWeeks(past), now, out var standing))
        {
            return new Assessment(RelationshipState.Unknown, 0, 0, null, []);
        }

        var last = past.Weeks[^1].LastContact;
        return new Assessment(StateOf(standing, now), Tie(standing), Contact30(standing, relationship.Calibration), last, Reasons.For(relationship, past, standing, last, reserved, now));
    }

    /// <summary>The state alone, of somebody who is not let rest.</summary>
    public static RelationshipState StateOf(Relationship relationship, DateTimeOffset now) =>
        Standing.TryOf(new HeldWeeks(relationship.History), now, out var standing) ? StateOf(standing, now) : RelationshipState.Unknown;

    /// <summary>The two numbers alone.</summary>
    /// <returns>Zero for both when nothing happened up to <paramref name="now"/>.</returns>
    public static (double Tie, double Contact30) Score(WeeklyHistory history, DateTimeOffset now, Calibration? calibration = null) =>
        Standing.TryOf(new HeldWeeks(history), now, out var standing) ? (Tie(standing), Contact30(standing, calibration)) : (0, 0);

    internal static double Tie(in Standing standing) => Tie(standing.ShortMemory, standing.LongMemory, standing.OwnWeeks);

    /// <summary>What the tie is at most, from the little that is known without walking through a history.</summary>
    /// <param name="weeks">With contact.</param>
    /// <param name="first">The first of them.</param>
    /// <returns>0 where neither fading nor dormant is possible; else more than the tie, if only by a little.</returns>
    internal static double TieAtMost(int weeks, IsoWeek first, DateTimeOffset last, DateTimeOffset now)
    {
        if (last > now)
        {
            return double.PositiveInfinity; // some of it does not count yet, and who knows how much
        }

        if (!MayBeQuiet(weeks, last, now))
        {
            return 0;
        }

        // Next to the last week the others count for most if every week before was one with contact; they are the terms of a geometric series.
        var remembered = Decay.Long((now - last).Ticks);
        return 1e-9 + Tie(Decay.Short(remembered) * Math.Min(weeks, MostShort), remembered * Math.Min(weeks, MostLong), Math.Clamp(IsoWeek.Of(last).Index - first.Index, 0, Standing.MostOwnWeeks));
    }

    private static readonly double MostLong = 1 + (1 / (1 - Decay.Long(7 * TimeSpan.TicksPerDay))), MostShort = 1 + (1 / (1 - Decay.Short(Decay.Long(7 * TimeSpan.TicksPerDay))));

    private static double Tie(double pulse, double memory, int ownWeeks) =>
        (TieCoefficients.Pulse * Math.Log(1 + pulse))
        + (TieCoefficients.Memory * Math.Log(1 + memory))
        + (TieCoefficients.OwnWeeks * Math.Log(1 + ownWeeks));

    /// <summary>The log-odds of contact within 30 days, before a mailbox calibrates them.</summary>
    internal static double Logit(in Features features, Contact30Coefficients by) =>
        by.Intercept
        + (by.Pulse * Math.Log(1 + features.Pulse))
        + (by.Exchange * Math.Log(1 + features.Exchange))
        + (by.Memory * Math.Log(1 + features.Memory))
        + (by.Quarters * Math.Log(1 + features.Quarters))
        + (by.Silence * Math.Log(1 + features.SilenceWeeks));

    /// <param name="by">Other coefficients than the shipped ones, to measure them.</param>
    public static double Contact30(in Features features, Contact30Coefficients by, Calibration? calibration = null)
    {
        var logit = Logit(features, by);
        return 1 / (1 + Math.Exp(-(calibration?.Of(logit) ?? logit)));
    }

    private static double Contact30(in Standing standing, Calibration? calibration) => Contact30(Features.Of(standing), Contact30Coefficients.Shipped, calibration);
}
