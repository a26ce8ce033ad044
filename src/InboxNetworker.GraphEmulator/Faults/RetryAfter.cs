using System.Globalization;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>The forms in which the service says how long to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Fractions occur, though the header's own definition knows whole seconds only.</summary>
    public static string Fractional(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Whole(double seconds) => Math.Round(seconds, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
