using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Contacts;

/// <summary>All that the owner wants of a relationship. What is left out of a request is wished no more.</summary>
/// <param name="SnoozedUntil">Not suggested before this day, unless the two are in touch before; from tomorrow to five years on. Null for no snooze, or one that is over.</param>
/// <param name="Resting">Never suggested.</param>
/// <param name="Pinned">Always kept: first in the list when it has gone quiet. Not together with resting.</param>
/// <param name="EveryWeeks">The wished rhythm: suggested when the silence exceeds so many weeks, and not before. From 1 to 104; null leaves it to the model.</param>
/// <param name="Tags">At most 20, each of 1 to 40 characters; spaces around them and repetitions are dropped.</param>
/// <param name="Note">At most 2,000 characters.</param>
public sealed record PreferencesView(DateOnly? SnoozedUntil, bool Resting, bool Pinned, int? EveryWeeks, IReadOnlyList<string>? Tags, string? Note)
{
    /// <param name="last">The last contact; null for none.</param>
    public static PreferencesView Of(Preferences preferences, DateTimeOffset? last, DateTimeOffset now) => new(
        preferences.Snooze is { } snooze && !snooze.IsOver(last, now) ? DateOnly.FromDateTime(snooze.Until.UtcDateTime) : null,
        preferences.Resting,
        preferences.Pinned,
        preferences.EveryWeeks,
        preferences.Tags,
        preferences.Note);
}
