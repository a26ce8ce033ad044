using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>
/// Chance that falls the same way on every machine and runtime (SplitMix64). Thrown anew for each subject and day, so that
/// tomorrow's sample is today's with a day added, not another life.
/// </summary>
internal struct Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice For(string subject, DateOnly day) => new(Hash(subject) ^ ((ulong)day.DayNumber * 0xD1342543DE82EF95));

    public static Dice For(string subject) => new(Hash(subject));

    public static string Token(string subject) => new Dice(Hash(subject)).Word().ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next() => (Word() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Next() < probability;

    /// <summary>From 0 up to, not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() * count);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public List<T> Some<T>(IEnumerable<T> from, int count)
    {
        var all = from.ToList();
        for (var i = 0; i < Math.Min(count, all.Count); i++)
        {
            var j = i + Below(all.Count - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all.Count > count ? all[..count] : all;
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }

    private ulong Word()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
