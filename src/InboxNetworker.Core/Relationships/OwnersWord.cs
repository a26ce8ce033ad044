using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>What the owner has said of a person, and did when they were suggested.</summary>
/// <param name="SaidAt">When the preferences were last said; null when they never were.</param>
/// <param name="DraftedAt">When a draft to them was last saved.</param>
/// <param name="DismissedAt">When the owner last said «not now».</param>
public sealed record OwnersWord(Preferences Preferences, DateTimeOffset? SaidAt = null, DateTimeOffset? DraftedAt = null, DateTimeOffset? DismissedAt = null)
{
    public static readonly OwnersWord None = new(Preferences.None);

    /// <summary>So long nobody comes back after having been taken up or dismissed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(14);

    /// <summary>
    /// What was said of each of a person's addresses as one. Letting rest outweighs keeping, for a suggestion too many costs more than one too few;
    /// of snoozes the one set last stands, of rhythms the one said last; tags and notes are joined, the newest first, as far as there is room.
    /// </summary>
    /// <remarks>The order of the input does not matter.</remarks>
    public static OwnersWord Of(IEnumerable<(EmailAddress Address, OwnersWord Word)> said)
    {
        var words = said.OrderByDescending(s => s.Word.SaidAt ?? DateTimeOffset.MinValue).ThenBy(s => s.Address.Value, StringComparer.Ordinal).Select(s => s.Word).ToList();
        if (words.Count <= 1)
        {
            return words.Count == 0 ? None : words[0];
        }

        var all = words.ConvertAll(w => w.Preferences);
        var resting = all.Exists(p => p.Resting);
        return new OwnersWord(
            new Preferences(
                all.Select(p => p.Snooze).OfType<Snooze>().OrderByDescending(s => s.SetAt).ThenByDescending(s => s.Until).FirstOrDefault(),
                resting,
                !resting && all.Exists(p => p.Pinned),
                all.Select(p => p.EveryWeeks).FirstOrDefault(w => w is not null),
                [.. all.SelectMany(p => p.Tags).Distinct(StringComparer.OrdinalIgnoreCase).Take(Preferences.MaxTags)],
                Joined(all.Select(p => p.Note).OfType<string>().Distinct(StringComparer.Ordinal))),
            words[0].SaidAt,
            words.Max(w => w.DraftedAt),
            words.Max(w => w.DismissedAt));
    }

    private static string? Joined(IEnumerable<string> notes)
    {
        var text = string.Join("\n\n", notes);
        if (text.Length <= Preferences.MaxNote)
        {
            return text.Length == 0 ? null : text;
        }

        // Never between the two halves of a surrogate pair.
        var most = Preferences.MaxNote - 1;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }
}
