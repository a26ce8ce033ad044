namespace InboxNetworker.Core.Relationships;

/// <summary>Somebody in the list.</summary>
/// <param name="Reserved">The sentence that says why they stand here and not further down; null for those who stand where they rank.</param>
public sealed record Placed<T>(T Item, Reason? Reserved);

/// <summary>
/// The list as it is shown: in the order of its ranking, but in every ten of it a place for each kind of <see cref="Reserve"/> that is not among the ten
/// anyway. Who takes one comes from the same <see cref="Reach"/> of the list, so that nobody weak is pulled up, and that a page rests on little.
/// </summary>
public static class Places
{
    public const int Page = 10;

    /// <summary>The list is arranged in pieces of so many; a later page needs the piece it begins in, and none before.</summary>
    public const int Reach = 4 * Page;

    /// <summary>The place of each kind within the ten, counted from 0.</summary>
    private static readonly (Reserve Kind, int Place)[] Kept = [(Reserve.LongKnown, 3), (Reserve.Elsewhere, 6), (Reserve.WroteFirst, 9)];

    /// <param name="ranked">From the beginning of the list, or of one of its pieces; read piece by piece.</param>
    /// <param name="kinds">See <see cref="Reserves.Of"/>.</param>
    public static IEnumerable<Placed<T>> Arrange<T>(IEnumerable<T> ranked, Func<T, IReadOnlyDictionary<Reserve, Reason>> kinds) =>
        ranked.Chunk(Reach).SelectMany(piece => Arrange([.. piece.Select(item => new Candidate<T>(item, kinds(item)))]));

    private static IEnumerable<Placed<T>> Arrange<T>(List<Candidate<T>> left)
    {
        while (left.Count > 0)
        {
            var ten = left.Take(Page).ToList();
            var reserved = new Dictionary<Candidate<T>, Reason>();
            foreach (var (kind, place) in Kept)
            {
                if (!ten.Any(c => c.Kinds.ContainsKey(kind)) && left.Skip(Page).FirstOrDefault(c => c.Kinds.ContainsKey(kind) && !reserved.ContainsKey(c)) is { } pulled)
                {
                    // Whoever gives way must not be the only one of another kind.
                    var gives = ten.FindLastIndex(c => !reserved.ContainsKey(c) && c.Kinds.Keys.All(k => ten.Count(o => o.Kinds.ContainsKey(k)) > 1));
                    if (gives >= 0)
                    {
                        ten.RemoveAt(gives);
                        ten.Insert(place, pulled);
                        reserved[pulled] = pulled.Kinds[kind];
                    }
                }
            }

            foreach (var one in ten)
            {
                left.Remove(one);
                yield return new Placed<T>(one.Item, reserved.GetValueOrDefault(one));
            }
        }
    }

    /// <summary>Told apart by itself and not by what it holds.</summary>
    private sealed class Candidate<T>(T item, IReadOnlyDictionary<Reserve, Reason> kinds)
    {
        public T Item { get; } = item;

        public IReadOnlyDictionary<Reserve, Reason> Kinds { get; } = kinds;
    }
}
