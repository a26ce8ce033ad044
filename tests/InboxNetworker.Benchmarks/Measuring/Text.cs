using System.Globalization;

namespace InboxNetworker.Benchmarks.Measuring;

internal static class Text
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
