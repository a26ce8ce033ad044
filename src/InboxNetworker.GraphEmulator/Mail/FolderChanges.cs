namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>One entry of a delta page: a message that is there, what changed of it, or the key of one that is gone.</summary>
/// <param name="Only">The names of the properties that changed; null for the whole message.</param>
internal readonly record struct FolderChange(StoredMessage? Message, UInt128 Key, IReadOnlySet<string>? Only = null, bool ForGood = false);

/// <summary>A page of changes and the state that follows it.</summary>
internal sealed record ChangePage(IReadOnlyList<FolderChange> Items, DeltaState Next);

/// <summary>Reads the changes of a folder page by page: everything in the first round, what differs since in the later ones.</summary>
/// <param name="selected">The names of the properties the client asked for: a change to others is no change.</param>
internal sealed class FolderChanges(FolderContents contents, IReadOnlySet<string> selected, DeltaQuirks quirks)
{
    public ChangePage Read(DeltaState state, int pageSize)
    {
        var limit = state.Remaining < 0 ? pageSize : Math.Min(pageSize, state.Remaining);
        return state.FirstRound ? ReadAll(state, limit) : ReadChanged(state, limit);
    }

    private ChangePage ReadAll(DeltaState state, int limit)
    {
        var all = contents.NewestFirst;
        var items = new List<FolderChange>(Math.Min(limit, all.Length));
        var start = FirstAfter(all, state.AfterTicks, state.AfterKey);
        if (start < all.Length && quirks.EmptyPage(state))
        {
            return new ChangePage([], state with { Hollow = true });
        }

        var at = start;
        for (; at < all.Length && items.Count < limit && all[at].Content.Sent.UtcTicks >= state.FilterTicks; at++)
        {
            // What arrives while the round runs is left to the next round, which starts where this one ends.
            if (all[at].Arrived <= state.Until)
            {
                items.Add(new FolderChange(all[at], all[at].Key));
            }
        }

        var ended = at >= all.Length || all[at].Content.Sent.UtcTicks < state.FilterTicks;
        var last = at > 0 ? all[at - 1] : null;
        var count = items.Count;
        if (start > 0 && state.AfterTicks != long.MaxValue && all[start - 1].Arrived <= state.Until && quirks.Repeats(state))
        {
            items.Insert(0, new FolderChange(all[start - 1], all[start - 1].Key));
        }

        return Finish(items, count, state, ended, s => last is null ? s : s with { AfterTicks = last.Content.Sent.UtcTicks, AfterKey = last.Key });
    }

    private ChangePage ReadChanged(DeltaState state, int limit)
    {
        var from = Math.Max(state.Since, state.AfterVersion);
        // Nothing from the start can have changed since: what is looked through does not grow with the folder.
        var changed = contents.Changed
            .Where(m => m.Version > from && m.Version <= state.Until && m.Returned <= state.Start && m.Content.Sent.UtcTicks >= state.FilterTicks)
            .Select(m => (m.Version, Change: ChangeOf(m, state.Since)))
            .Where(c => c.Change.Only is not { Count: 0 })
            .Concat(contents.Removals
                .Where(r => r.Version > from && r.Version <= state.Until)
                .Select(r => (r.Version, Change: new FolderChange(null, r.Key, ForGood: r.ForGood))))
            .OrderBy(c => c.Version)
            .ToList();
        if (changed.Count > 0 && quirks.EmptyPage(state))
        {
            return new ChangePage([], state with { Hollow = true });
        }

        var page = changed.Take(limit).ToList();
        var items = page.Select(c => c.Change).ToList();
        if (changed.Count < limit && quirks.Replays(state) && contents.NewestFirst.FirstOrDefault(m => m.Version <= state.Since && m.Returned <= state.Start) is { } again)
        {
            items.Add(new FolderChange(again, again.Key));
        }

        return Finish(items, page.Count, state, page.Count == changed.Count, s => page.Count == 0 ? s : s with { AfterVersion = page[^1].Version });
    }

    private FolderChange ChangeOf(StoredMessage message, long since) => message.Arrived > since
        ? new FolderChange(message, message.Key)
        : new FolderChange(message, message.Key, message.Touched.Where(t => t.Value > since && selected.Contains(t.Key)).Select(t => t.Key).ToHashSet());

    private static ChangePage Finish(List<FolderChange> items, int counted, DeltaState state, bool ended, Func<DeltaState, DeltaState> advance)
    {
        var remaining = state.Remaining < 0 ? -1 : state.Remaining - counted;
        var next = ended || remaining == 0
            ? state with { Since = state.Until, AfterTicks = long.MaxValue, AfterKey = default, AfterVersion = state.Until, Remaining = -1, RoundEnded = true, Hollow = false }
            : advance(state) with { Remaining = remaining, Hollow = false };
        return new ChangePage(items, next);
    }

    /// <summary>The index of the first message older than the given position.</summary>
    private static int FirstAfter(StoredMessage[] newestFirst, long ticks, UInt128 key)
    {
        int low = 0, high = newestFirst.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (StoredMessage.ComparePosition(newestFirst[middle].Content.Sent.UtcTicks, newestFirst[middle].Key, ticks, key) > 0)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
