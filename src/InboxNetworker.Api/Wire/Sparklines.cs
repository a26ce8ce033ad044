using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Wire;

/// <summary>Three years of a relationship as 36 numbers.</summary>
internal static class Sparklines
{
    private const int Buckets = 36;
    private const double BucketDays = 30;

    public static int[] Of(WeeklyHistory history, DateTimeOffset now)
    {
        var line = new int[Buckets];
        foreach (var week in history.Weeks)
        {
            var ago = (int)Math.Floor((now - week.Last).TotalDays / BucketDays);
            if (ago is >= 0 and < Buckets)
            {
                line[Buckets - 1 - ago] += week.Count;
            }
        }

        return line;
    }
}
