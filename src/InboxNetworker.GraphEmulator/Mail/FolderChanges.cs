namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>One entry of a delta page: a message that is there, or the key of one that is gone.</summary>
internal readonly record struct FolderChange(StoredMessage? Message, UInt128 Key);

/// <summary>A page of changes and the state that follows it.</summary>
internal sealed record ChangePage(IReadOnlyList<FolderChange> Items, DeltaState Next);

/// <summary>Reads the changes of a folder page by page: everything in the first round, what differs since in the later ones.</summary>
internal static class FolderChanges
{
    public static ChangePage Read(FolderContents contents, DeltaState state, int pageSize)
    {
        var limit = state.Remaining < 0 ? pageSize : Math.Min(pageSize, state.Remaining);
        return state.FirstRound ? ReadAll(contents, state, limit) : ReadChanged(contents, state, limit);
    }

    private static ChangePage ReadAll(FolderContents contents, DeltaState state, int limit)
    {
        var all = contents.NewestFirst;
        var items = new List<FolderChange>(Math.Min(limit, all.Length));
        var at = FirstAfter(all, state.AfterTicks, state.AfterKey);
        for (; at < all.Length && items.Count < limit && all[at].Content.Sent.UtcTicks >= state.FilterTicks; at++)
        {
            // What changed while the round runs is left to the next round, which starts where this one ends.
            if (all[at].Version <= state.Until)
            {
                items.Add(new FolderChange(all[at], all[at].Key));
            }
        }

        var ended = at >= all.Length || all[at].Content.Sent.UtcTicks < state.FilterTicks;
        var last = at > 0 ? all[at - 1] : null;
        return Finish(items, state, ended, s => last is null ? s : s with { AfterTicks = last.Content.Sent.UtcTicks, AfterKey = last.Key });
    }

    private static ChangePage ReadChanged(FolderContents contents, DeltaState state, int limit)
    {
        var from = Math.Max(state.Since, state.AfterVersion);
        var changed = contents.NewestFirst
            .Where(m => m.Version > from && m.Version <= state.Until && m.Content.Sent.UtcTicks >= state.FilterTicks)
            .Select(m => (m.Version, Change: new FolderChange(m, m.Key)))
            .Concat(contents.Removals
                .Where(r => r.Version > from && r.Version <= state.Until)
                .Select(r => (r.Version, Change: new FolderChange(null, r.Key))))
            .OrderBy(c => c.Version)
            .ToList();
        var page = changed.Take(limit).ToList();
        return Finish(
            [.. page.Select(c => c.Change)],
            state,
            page.Count == changed.Count,
            s => page.Count == 0 ? s : s with { AfterVersion = page[^1].Version });
    }

    private static ChangePage Finish(List<FolderChange> items, DeltaState state, bool ended, Func<DeltaState, DeltaState> advance)
    {
        var remaining = state.Remaining < 0 ? -1 : state.Remaining - items.Count;
        var next = ended || remaining == 0
            ? state with { Since = state.Until, AfterTicks = long.MaxValue, AfterKey = default, AfterVersion = state.Until, Remaining = -1, RoundEnded = true }
            : advance(state) with { Remaining = remaining };
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
