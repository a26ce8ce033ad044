using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Data.Writing;

/// <summary>A message or meeting that counts, with what is kept of it.</summary>
/// <param name="Interactions">At least one; all of the same source.</param>
/// <param name="Participants">Everybody named in it, for their names.</param>
public sealed record CountedItem(IReadOnlyList<Interaction> Interactions, string? Subject, IReadOnlyList<Participant> Participants)
{
    public ContentKey Source => Interactions[0].Source;

    public DateTimeOffset At => Interactions[0].At;
}

/// <summary>One item of the service as a page told it.</summary>
/// <param name="At">When it was sent or begins, UTC, whole seconds; means nothing for one that has gone.</param>
/// <param name="Counted">Null when it does not count, or when it has gone.</param>
/// <param name="Gone">It has left the folder; what was counted for it stays.</param>
/// <param name="Elsewhere">The key it had in another folder, where that makes a difference: moving a message changes nothing that was said.</param>
public sealed record SeenItem(ItemId Id, DateTimeOffset At, CountedItem? Counted, bool Gone = false, ContentKey? Elsewhere = null);

/// <summary>What one answer of the service brought, and how far it leads; stored together or not at all.</summary>
public abstract record Page(IReadOnlyList<SeenItem> Items)
{
    /// <summary>When it was read, for the owner to see that it was; null for a page that is not noted.</summary>
    public DateTimeOffset? NotedAt { get; init; }
}

/// <param name="Cursor">The nextLink or deltaLink to go on from.</param>
/// <param name="UpToDate"><paramref name="Cursor"/> is a deltaLink.</param>
public sealed record MessagePage(IReadOnlyList<SeenItem> Items, string FolderGraphId, string Cursor, bool UpToDate) : Page(Items)
{
    /// <summary>Pages of one folder that follow each other, as one.</summary>
    public static MessagePage Join(IReadOnlyList<MessagePage> pages) =>
        pages.Count == 1 ? pages[0] : pages[^1] with { Items = [.. pages.SelectMany(p => p.Items)] };
}

/// <param name="From">Where the window begins; everything in it has been read now.</param>
/// <param name="ReadAt">When the calendar was read, once the last weeks have been; null before.</param>
/// <param name="AllReadAt">The same, once all of it has been.</param>
public sealed record MeetingPage(IReadOnlyList<SeenItem> Items, DateTimeOffset From, DateTimeOffset? ReadAt, DateTimeOffset? AllReadAt) : Page(Items)
{
    /// <summary>Long ago, so that all of the calendar is read anew.</summary>
    public static readonly DateTimeOffset ReadAllAnew = DateTimeOffset.UnixEpoch;
}
