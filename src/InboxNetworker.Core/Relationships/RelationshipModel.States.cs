using System.Globalization;
using InboxNetworker.Core.Wording;

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
    public static string Definition(RelationshipState state) => Words.Current.Definition(state);
}
