namespace InboxNetworker.Core.Relationships;

/// <summary>
/// The model: one function from a relationship and a moment to its state, its two numbers and the reasons. Pure and deterministic.
/// </summary>
/// <remarks>
/// Its features are decayed active weeks (Σ ½^(7w/half-life) over the weeks w ago with contact), with a long and a short memory,
/// give and take, and the silence. Counting different weeks, decayed, is among the best single rules for which
/// silent people come back; a fixed number of days and silence over the usual gap are among the worst.
/// </remarks>
public static class RelationshipModel
{
    /// <summary>Fewer weeks with contact are an encounter, not a relationship.</summary>
    public const int MinWeeks = 3;

    /// <summary>Of the last 13 weeks.</summary>
    public const int CloseWeeks = 7;

    /// <summary>How many times their own rhythm a silence must last to be called fading …</summary>
    public const double FadingRhythms = 3;

    /// <summary>… and how many times that long to be called dormant.</summary>
    public const double DormantFadings = 1.5;

    public static readonly TimeSpan NewFor = TimeSpan.FromDays(60);

    /// <summary>Bounds of the silence after which a relationship is fading, whatever its rhythm.</summary>
    public static readonly TimeSpan FadingAtLeast = TimeSpan.FromDays(30), FadingAtMost = TimeSpan.FromDays(365);

    public static readonly TimeSpan DormantAtLeast = TimeSpan.FromDays(90);

    /// <param name="now">What happened later does not count.</param>
    public static Assessment Assess(Relationship relationship, DateTimeOffset now)
    {
        var past = relationship.History.UpTo(now);
        if (!Standing.TryOf(new HeldWeeks(past), now, out var standing))
        {
            return new Assessment(RelationshipState.Unknown, 0, 0, null, []);
        }

        var last = past.Weeks[^1].LastContact;
        return new Assessment(StateOf(standing, now), Tie(standing), Contact30(standing), last, Reasons.For(relationship, past, standing, last, now));
    }

    /// <summary>The two numbers alone.</summary>
    /// <returns>Zero for both when nothing happened up to <paramref name="now"/>.</returns>
    public static (double Tie, double Contact30) Score(WeeklyHistory history, DateTimeOffset now) =>
        Standing.TryOf(new HeldWeeks(history), now, out var standing) ? (Tie(standing), Contact30(standing)) : (0, 0);

    internal static double Tie(in Standing standing) =>
        (TieCoefficients.LongMemory * Math.Log(1 + standing.LongMemory))
        + (TieCoefficients.ShortMemory * Math.Log(1 + standing.ShortMemory))
        + (TieCoefficients.GiveAndTake * Math.Log(1 + standing.MutualWeeks));

    internal static RelationshipState StateOf(in Standing standing, DateTimeOffset now) =>
        !IsEstablished(standing) ? now - standing.First <= NewFor && standing.Mutual ? RelationshipState.New : RelationshipState.Unknown
        : IsQuiet(standing) ? standing.Silence > Clamp(FadingAfter(standing) * DormantFadings, DormantAtLeast, TimeSpan.MaxValue) ? RelationshipState.Dormant : RelationshipState.Fading
        : now - standing.First <= NewFor ? RelationshipState.New
        : standing.RecentWeeks >= CloseWeeks ? RelationshipState.Close
        : RelationshipState.Steady;

    /// <summary>Fading or dormant. The rhythm, which takes longest to find, is left alone where its bounds decide.</summary>
    internal static bool IsQuiet(in Standing standing) =>
        IsEstablished(standing) && standing.Silence > FadingAtLeast && (standing.Silence > FadingAtMost || standing.Silence > FadingAfter(standing));

    private static bool IsEstablished(in Standing standing) => standing.Mutual && standing.Weeks >= MinWeeks;

    private static TimeSpan FadingAfter(in Standing standing) => Clamp(TimeSpan.FromDays(FadingRhythms * standing.RhythmDays!.Value), FadingAtLeast, FadingAtMost);

    private static double Contact30(in Standing standing)
    {
        var logit = Contact30Coefficients.Intercept
            + (Contact30Coefficients.ShortMemory * Math.Log(1 + standing.ShortMemory))
            + (Contact30Coefficients.Silence * Math.Log(1 + (standing.Silence.TotalDays / 7)));
        return 1 / (1 + Math.Exp(-logit));
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}
