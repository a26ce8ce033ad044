using System.Collections.Immutable;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>
/// The whole history of a relationship in the form the model needs: for each week with contact the number of mails out and in
/// and of meetings, with the first and last time of each. Immutable; the order of what went in does not matter.
/// </summary>
public sealed class WeeklyHistory
{
    public static readonly WeeklyHistory Empty = new([]);

    internal WeeklyHistory(ImmutableArray<ActiveWeek> weeks) => Weeks = weeks;

    /// <summary>Oldest first; every week once; none without contact.</summary>
    public ImmutableArray<ActiveWeek> Weeks { get; }

    public bool IsEmpty => Weeks.IsEmpty;

    /// <summary>Of one counterpart's interactions.</summary>
    public static WeeklyHistory Of(IEnumerable<Interaction> interactions)
    {
        var inOrder = interactions.ToArray();
        if (inOrder.Length > 1 && inOrder[0].At > inOrder[^1].At)
        {
            Array.Reverse(inOrder); // mailboxes are read newest first
        }

        Array.Sort(inOrder, (a, b) => a.At.CompareTo(b.At));
        var weeks = ImmutableArray.CreateBuilder<ActiveWeek>(Math.Min(inOrder.Length, 4));
        foreach (var interaction in inOrder)
        {
            var once = Single(interaction);
            if (weeks.Count > 0 && weeks[^1].Week == once.Week)
            {
                weeks[^1] += once;
            }
            else
            {
                weeks.Add(once);
            }
        }

        return new WeeklyHistory(weeks.DrainToImmutable());
    }

    /// <summary>Both histories as one: of a person's two addresses, or of what was stored and what was just read.</summary>
    public WeeklyHistory Merge(WeeklyHistory other)
    {
        if (other.IsEmpty)
        {
            return this;
        }

        if (IsEmpty)
        {
            return other;
        }

        var merged = ImmutableArray.CreateBuilder<ActiveWeek>(Weeks.Length + other.Weeks.Length);
        int i = 0, j = 0;
        while (i < Weeks.Length && j < other.Weeks.Length)
        {
            var order = Weeks[i].Week.CompareTo(other.Weeks[j].Week);
            merged.Add(order switch
            {
                < 0 => Weeks[i++],
                > 0 => other.Weeks[j++],
                _ => Weeks[i++] + other.Weeks[j++],
            });
        }

        merged.AddRange(Weeks.AsSpan(i..));
        merged.AddRange(other.Weeks.AsSpan(j..));
        return new WeeklyHistory(merged.ToImmutable());
    }

    /// <summary>The same, with nothing in that week.</summary>
    public WeeklyHistory Without(IsoWeek week) => new(Weeks.RemoveAll(w => w.Week == week));

    /// <summary>Without what came later than <paramref name="now"/>.</summary>
    internal WeeklyHistory UpTo(DateTimeOffset now) =>
        IsEmpty || Weeks[^1].Week.End <= now ? this : new([.. Weeks.Select(w => w.UpTo(now)).Where(w => w.Count > 0)]);

    /// <summary>The first time of a kind that is surely later than a moment: where a week's first lies before, its last. Null for none.</summary>
    internal DateTimeOffset? FirstAfter(DateTimeOffset moment, Func<ActiveWeek, Tally> kind) => Weeks
        .Where(w => w.Week.End > moment)
        .Select(kind)
        .Where(t => t.Count > 0 && t.Last > moment)
        .Select(t => (DateTimeOffset?)(t.First > moment ? t.First : t.Last))
        .FirstOrDefault();

    private static ActiveWeek Single(in Interaction interaction)
    {
        var week = IsoWeek.Of(interaction.At);
        var once = Tally.Once(interaction.At);
        return interaction.Direction switch
        {
            Direction.Out => new ActiveWeek(week, once, Tally.None, Tally.None),
            Direction.In => new ActiveWeek(week, Tally.None, once, Tally.None),
            _ => new ActiveWeek(week, Tally.None, Tally.None, once, interaction.Channel == Channel.Gathering ? 1 : 0),
        };
    }
}
