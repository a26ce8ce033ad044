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

/// <summary>What one answer of the service brought, and how far it leads; stored together or not at all.</summary>
public abstract record Page(IReadOnlyList<CountedItem> Items);

/// <param name="Received">All items of the page, those that do not count included.</param>
/// <param name="Cursor">The nextLink or deltaLink to go on from.</param>
/// <param name="UpToDate"><paramref name="Cursor"/> is a deltaLink.</param>
public sealed record MessagePage(IReadOnlyList<CountedItem> Items, string FolderGraphId, int Received, string Cursor, bool UpToDate) : Page(Items);

/// <param name="Received">All meetings of the window, those that do not count included.</param>
/// <param name="Until">Every meeting that began before this has been read now.</param>
public sealed record MeetingPage(IReadOnlyList<CountedItem> Items, int Received, DateTimeOffset Until) : Page(Items);
