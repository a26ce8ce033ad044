using System.Globalization;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Data.Queries;

namespace InboxNetworker.Api.Wire;

/// <summary>Something worth doing about one person, and why.</summary>
/// <param name="ContactId">Null when the person is no longer known.</param>
/// <param name="Title">A few words: «Write to Ana Fox».</param>
/// <param name="Text">One sentence with a date.</param>
/// <param name="Brief">For a meeting: the last topics, who else comes. Else at most the last topic.</param>
/// <param name="DueOn">The working day it is for.</param>
/// <param name="Seen">It does not count for the badge.</param>
/// <param name="Actions">What may be done, the likeliest first: <c>write</c>, <c>snooze</c>, <c>rest</c>; for the contact, by its own addresses.</param>
public sealed record AlertView(
    string Id, string? ContactId, AlertKind Kind, string Name, string Address, string Title, string Text, IReadOnlyList<string> Brief, DateTimeOffset RaisedAt, DateOnly DueOn, bool Seen, IReadOnlyList<string> Actions)
{
    private static readonly IReadOnlyList<string> All = ["write", "snooze", "rest"];

    internal static AlertView Of(AlertRecord alert) => new(
        alert.Id.ToString(CultureInfo.InvariantCulture), alert.ContactId is { } id ? Wire.ContactId.Of(id) : null, alert.Kind, alert.Name, alert.Address, alert.Title, alert.Text, alert.Brief,
        alert.RaisedAt, alert.DueOn, alert.SeenAt is not null, alert.ContactId is null ? [] : All);
}

/// <summary>An alert in the bar over an open message.</summary>
/// <param name="Text">At most 150 characters, as Outlook takes them.</param>
public sealed record InfoBarView(string AlertId, string Text)
{
    private const int Longest = 150;

    internal static InfoBarView Of(AlertRecord alert) => new(alert.Id.ToString(CultureInfo.InvariantCulture), AlertText.OneLine(alert.Text, Longest));
}
