using InboxNetworker.Api.Wire;

namespace InboxNetworker.Api.Reconnect;

/// <param name="AsOf">The moment all items were judged at; pages of one list share it.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
public sealed record ReconnectPage(DateTimeOffset AsOf, IReadOnlyList<ContactItem> Items, string? NextCursor);
