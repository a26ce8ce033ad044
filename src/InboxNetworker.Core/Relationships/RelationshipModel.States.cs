using System.Globalization;

namespace InboxNetworker.Core.Relationships;

/// <summary>The states: all their numbers, and nothing else decides them.</summary>
public static partial class RelationshipModel
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

    internal static RelationshipState StateOf(in Standing standing, DateTimeOffset now) =>
        !IsEstablished(standing) ? now - standing.First <= NewFor && standing.Mutual ? RelationshipState.New : RelationshipState.Unknown
        : IsQuiet(standing) ? standing.Silence > DormantAfter(standing) ? RelationshipState.Dormant : RelationshipState.Fading
        : now - standing.First <= NewFor ? RelationshipState.New
        : standing.RecentWeeks >= CloseWeeks ? RelationshipState.Close
        : RelationshipState.Steady;

    /// <summary>Fading or dormant. The rhythm, which takes longest to find, is left alone where its bounds decide.</summary>
    internal static bool IsQuiet(in Standing standing) =>
        IsEstablished(standing) && standing.Silence > FadingAtLeast && (standing.Silence > FadingAtMost || standing.Silence > FadingAfter(standing));

    /// <summary>Whether <see cref="IsQuiet"/> is worth asking, from the little that is known without walking through a history.</summary>
    /// <param name="weeks">With contact.</param>
    internal static bool MayBeQuiet(int weeks, DateTimeOffset last, DateTimeOffset now) => weeks >= MinWeeks && (last > now || now - last > FadingAtLeast);

    internal static bool IsEstablished(in Standing standing) => standing.Mutual && standing.Weeks >= MinWeeks;

    /// <summary>A silence that is longer is fading.</summary>
    /// <param name="standing">Of an established relationship.</param>
    internal static TimeSpan FadingAfter(in Standing standing) => Clamp(TimeSpan.FromDays(FadingRhythms * standing.RhythmDays!.Value), FadingAtLeast, FadingAtMost);

    /// <summary>A silence that is longer is dormant.</summary>
    /// <inheritdoc cref="FadingAfter"/>
    internal static TimeSpan DormantAfter(in Standing standing) => Clamp(FadingAfter(standing) * DormantFadings, DormantAtLeast, TimeSpan.MaxValue);

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;

    /// <summary>What a state means, in words with its numbers.</summary>
    public static string Definition(RelationshipState state) => state switch
    {
        RelationshipState.New => $"New: the first contact was at most {NewFor.Days} days ago.",
        RelationshipState.Close => $"Close: in touch in at least {CloseWeeks} of the last 13 weeks.",
        RelationshipState.Steady => "Steady: in touch, and not silent for longer than your own rhythm explains.",
        RelationshipState.Fading => $"Fading: silent for more than {FadingRhythms:0} times your usual distance; that is never less than {FadingAtLeast.Days} days and never more than {FadingAtMost.Days}. At least {MinWeeks} weeks of contact came before.",
        RelationshipState.Dormant => string.Create(CultureInfo.InvariantCulture, $"Dormant: silent for more than {FadingRhythms * DormantFadings:0.0} times your usual distance; that is never less than {DormantAtLeast.Days} days and never more than {(DormantFadings * FadingAtMost).Days}. Before it came at least {MinWeeks} weeks of contact, and both of you took part."),
        RelationshipState.Resting => "Resting: you let this one rest.",
        _ => $"Too little to say: fewer than {MinWeeks} weeks of contact, or only one of you ever wrote.",
    };
}
