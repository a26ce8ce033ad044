using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>How often which fault happens; the same seed gives the same faults to the same sequence of requests.</summary>
public sealed record FaultPlan
{
    private const string SeedKey = "seed";

    /// <summary>Decimal fractions do not add up exactly.</summary>
    private const double Slack = 1e-9;

    private ImmutableArray<double> _shares = [.. new double[FaultKinds.Names.Count]];

    private FaultPlan()
    {
    }

    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>0 or more.</summary>
    public long Seed { get; private init; }

    /// <summary>The bounds of <c>Retry-After</c>; 1 to 4 seconds unless told.</summary>
    public RetryAfterRange RetryAfterSeconds { get; init; } = new(1, 4);

    /// <summary>From 0 to 1; together at most 1.</summary>
    public double ShareOf(FaultKind kind) => _shares[(int)kind];

    /// <summary>Reads <c>seed=7,429=0.05,503=0.03,504=0.01,reset=0.02,truncate=0.02,slow=0.01,expire=0.01,401=0.01,html=0.01</c>; what is left out is 0, an empty text is <see cref="None"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FaultPlan? plan, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        plan = null;
        problem = null;
        var shares = new double[FaultKinds.Names.Count];
        var seed = 0L;
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            var key = parts[0].ToLowerInvariant();
            var value = parts.Length == 2 ? parts[1] : "";
            var kind = FaultKinds.IndexOf(key);
            problem = (key, kind) switch
            {
                _ when !given.Add(key) => $"'{key}' is given twice.",
                (SeedKey, _) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seed) ? null : $"'{SeedKey}' is '{value}'; it takes a whole number from 0 to {long.MaxValue}.",
                (_, < 0) => $"'{key}' is no fault; there are {SeedKey}, {string.Join(", ", FaultKinds.Names)}.",
                _ => TryShare(value, out shares[kind]) ? null : $"'{key}' is '{value}'; it takes a share of the requests from 0 to 1, such as 0.05.",
            };
            if (problem is not null)
            {
                return false;
            }
        }

        var sum = shares.Sum();
        if (sum > 1 + Slack)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"The shares of {string.Join(", ", FaultKinds.Names.Where(given.Contains))} add up to {sum:0.####}; together they are from 0 to 1.");
            return false;
        }

        plan = new FaultPlan { Seed = seed, _shares = [.. shares] };
        return true;
    }

    public bool Equals(FaultPlan? other) =>
        other is not null && Seed == other.Seed && RetryAfterSeconds == other.RetryAfterSeconds && _shares.SequenceEqual(other._shares);

    public override int GetHashCode() => HashCode.Combine(Seed, RetryAfterSeconds, _shares.Sum());

    /// <summary>As <see cref="TryParse"/> reads it; empty for <see cref="None"/>.</summary>
    public override string ToString() =>
        _shares.All(s => s == 0)
            ? ""
            : string.Join(',', [$"{SeedKey}={Seed}", .. _shares.Select((share, i) => (share, i)).Where(s => s.share > 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{FaultKinds.Names[s.i]}={s.share}"))]);

    internal FaultDraw Draw(long number)
    {
        var draw = new FaultDraw(Seed, number);
        var roll = draw.Roll(0);
        for (var kind = 0; kind < _shares.Length; kind++)
        {
            roll -= _shares[kind];
            if (roll < 0)
            {
                return draw with { Kind = (FaultKind)kind };
            }
        }

        return draw;
    }

    private static bool TryShare(string text, out double share) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;
}
