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

    private const double LongMemoryDays = 720, ShortMemoryDays = 60;

    /// <param name="now">What happened later does not count.</param>
    public static Assessment Assess(Relationship relationship, DateTimeOffset now)
    {
        if (Standing.Of(relationship.History, now) is not { } standing)
        {
            return new Assessment(RelationshipState.Unknown, 0, 0, null, []);
        }

        var (tie, contact30) = Score(standing, now);
        var state = StateOf(standing, now);
        return new Assessment(state, tie, contact30, standing.Last, Reasons.For(relationship, standing, now));
    }

    /// <summary>The two numbers alone.</summary>
    /// <returns>Zero for both when nothing happened up to <paramref name="now"/>.</returns>
    public static (double Tie, double Contact30) Score(WeeklyHistory history, DateTimeOffset now) =>
        Standing.Of(history, now) is { } standing ? Score(standing, now) : (0, 0);

    private static (double Tie, double Contact30) Score(Standing standing, DateTimeOffset now)
    {
        var longMemory = Math.Log(1 + standing.DecayedWeeks(now, LongMemoryDays));
        var shortMemory = Math.Log(1 + standing.DecayedWeeks(now, ShortMemoryDays));
        var silentWeeks = Math.Log(1 + (standing.Silence.TotalDays / 7));
        var tie = (TieCoefficients.LongMemory * longMemory) + (TieCoefficients.ShortMemory * shortMemory) + (TieCoefficients.GiveAndTake * Math.Log(1 + standing.MutualWeeks));
        var logit = Contact30Coefficients.Intercept + (Contact30Coefficients.ShortMemory * shortMemory) + (Contact30Coefficients.Silence * silentWeeks);
        return (tie, 1 / (1 + Math.Exp(-logit)));
    }

    private static RelationshipState StateOf(Standing standing, DateTimeOffset now)
    {
        if (!standing.Mutual || standing.Weeks.Count < MinWeeks)
        {
            return now - standing.First <= NewFor && standing.Mutual ? RelationshipState.New : RelationshipState.Unknown;
        }

        var fadingAfter = Clamp(TimeSpan.FromDays(FadingRhythms * standing.RhythmDays!.Value), FadingAtLeast, FadingAtMost);
        var dormantAfter = Clamp(fadingAfter * DormantFadings, DormantAtLeast, TimeSpan.MaxValue);
        return standing.Silence switch
        {
            var silence when silence > dormantAfter => RelationshipState.Dormant,
            var silence when silence > fadingAfter => RelationshipState.Fading,
            _ when now - standing.First <= NewFor => RelationshipState.New,
            _ when standing.WeeksWithin(now, 13) >= CloseWeeks => RelationshipState.Close,
            _ => RelationshipState.Steady,
        };
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}
