using System.Globalization;

namespace InboxNetworker.Benchmarks.Measuring;

/// <summary>A measured quantity, as it is printed.</summary>
/// <param name="Format">Of one number, as <c>N0</c>.</param>
/// <param name="Of">What it was measured on.</param>
internal sealed record Figure(Samples Samples, string Unit, string Of, string Format = "N0")
{
    public override string ToString()
    {
        var (median, min, max) = (Text(Samples.Median), Text(Samples.Min), Text(Samples.Max));
        return min == max ? $"{median} {Unit}, {Of}" : $"{median} {Unit} ({min}–{max}), {Of}";
    }

    private string Text(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>A line of the table.</summary>
/// <param name="Ratio">Of the medians.</param>
/// <param name="Target">For the sizes of the full run.</param>
internal sealed record Row(string Name, Figure Measured, Figure Against, double Ratio, Target Target)
{
    /// <summary>What has to hold besides, as a bound on memory.</summary>
    public (string Text, bool Met)? Besides { get; init; }

    /// <summary>For the smoke run, where at small sizes the ratio says something else: this bound instead, and why.</summary>
    public (Target Target, string Why)? Small { get; init; }

    /// <summary>What should be known beside the figures.</summary>
    public string? Note { get; init; }

    public bool Met => Target.IsMet(Ratio) && Besides is not { Met: false };

    public string RatioText => Ratio.ToString(Ratio switch { < 0.1 => "0.0000", < 10 => "0.00", _ => "N0" }, CultureInfo.InvariantCulture) + " ×";

    public string TargetText => Target + (Besides is { } besides ? ", " + besides.Text : "");

    /// <summary>Whether the smoke run has to fail for it.</summary>
    public bool IsFarOff => (Small?.Target ?? Target).IsFarOff(Ratio);
}
