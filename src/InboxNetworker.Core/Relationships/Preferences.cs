using System.Text;

namespace InboxNetworker.Core.Relationships;

/// <summary>Nothing of somebody until a day, unless the two are in touch before.</summary>
/// <param name="SetAt">A contact later than this ends it.</param>
/// <param name="Until">Does not belong to it.</param>
public sealed record Snooze(DateTimeOffset SetAt, DateTimeOffset Until)
{
    /// <param name="last">The last contact; null for none.</param>
    public bool IsOver(DateTimeOffset? last, DateTimeOffset now) => now >= Until || last > SetAt;
}

/// <summary>What the owner wants of a relationship. Valid, or not there at all: <see cref="TryOf"/>.</summary>
/// <param name="Resting">Never suggested; never together with <paramref name="Pinned"/>.</param>
/// <param name="Pinned">Always kept: whoever has gone quiet comes first, and nothing but a contact, a snooze or a coming meeting holds them off.</param>
/// <param name="EveryWeeks">The wished rhythm, from 1 to <see cref="MaxWeeks"/>; it stands in for the one the model finds.</param>
/// <param name="Tags">At most <see cref="MaxTags"/>, each of 1 to <see cref="MaxTag"/> UTF-16 units on one line, no two alike but for case.</param>
/// <param name="Note">At most <see cref="MaxNote"/> UTF-16 units; lines end with a line feed. Null for none.</param>
public sealed record Preferences(Snooze? Snooze, bool Resting, bool Pinned, int? EveryWeeks, IReadOnlyList<string> Tags, string? Note)
{
    public const int MaxWeeks = 104, MaxTags = 20, MaxTag = 40, MaxNote = 2_000, MaxSnoozeYears = 5;

    public static readonly Preferences None = new(null, false, false, null, [], null);

    public bool AreNone => Snooze is null && !Resting && !Pinned && EveryWeeks is null && Tags.Count == 0 && Note is null;

    /// <summary>There is a person behind the address, whatever it looks like.</summary>
    public bool Keep => Pinned || EveryWeeks is not null;

    /// <param name="snoozedUntil">From tomorrow to <see cref="MaxSnoozeYears"/> years on; days begin at midnight UTC.</param>
    /// <param name="known">The snooze there is: one that goes on to the same day is left as it is, if it is not over.</param>
    /// <param name="last">The last contact; null for none.</param>
    /// <param name="refused">The first that cannot be, and what it takes instead.</param>
    /// <returns>Null when something cannot be.</returns>
    public static Preferences? TryOf(
        DateOnly? snoozedUntil, bool resting, bool pinned, int? everyWeeks, IReadOnlyList<string?>? tags, string? note, Snooze? known, DateTimeOffset? last, DateTimeOffset now, out (string Field, string Takes) refused)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var tidyTags = (tags ?? []).Select(t => Tidy(t ?? string.Empty)).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var tidyNote = Lines(note);
        refused = snoozedUntil is { } until && (until <= today || until > today.AddYears(MaxSnoozeYears))
                ? (nameof(snoozedUntil), $"a day from {today.AddDays(1):yyyy-MM-dd} to {today.AddYears(MaxSnoozeYears):yyyy-MM-dd}, or null")
            : resting && pinned ? (nameof(pinned), "false while resting is true: nobody can be both kept and let rest")
            : everyWeeks is < 1 or > MaxWeeks ? (nameof(everyWeeks), $"a whole number of weeks from 1 to {MaxWeeks}, or null")
            : tidyTags.Count > MaxTags || tidyTags.Exists(t => t.Length > MaxTag) ? (nameof(tags), $"at most {MaxTags} tags of 1 to {MaxTag} characters each")
            : tidyNote.Length > MaxNote ? (nameof(note), $"a text of at most {MaxNote} characters, or null")
            : default;
        return refused.Field is null
            ? new Preferences(SnoozeOf(snoozedUntil, known, last, now), resting, pinned, everyWeeks, tidyTags, tidyNote.Length == 0 ? null : tidyNote)
            : null;
    }

    private static Snooze? SnoozeOf(DateOnly? day, Snooze? known, DateTimeOffset? last, DateTimeOffset now)
    {
        if (day is not { } until)
        {
            return null;
        }

        var wanted = new Snooze(now, new DateTimeOffset(until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return known is not null && known.Until == wanted.Until && !known.IsOver(last, now) ? known : wanted;
    }

    private static string Tidy(string text) => Composed(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), keep: null);

    private static string Lines(string? text) => Composed((text ?? string.Empty).ReplaceLineEndings("\n"), keep: '\n').Trim();

    private static string Composed(string text, char? keep) =>
        string.Concat(text.Where(c => !char.IsControl(c) || c == keep)) is var plain && plain.IsNormalized() ? plain : plain.Normalize(NormalizationForm.FormC);
}
