using System.Globalization;

namespace InboxNetworker.Core.Relationships;

/// <summary>Numbers and dates as people say them.</summary>
internal static class Phrases
{
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");

    /// <summary>Whole days up to two weeks, weeks up to three months, then months of the calendar up to two years, then years.</summary>
    /// <param name="to">Not before <paramref name="from"/>.</param>
    public static string Length(DateTimeOffset from, DateTimeOffset to)
    {
        var days = (int)(to - from).TotalDays;
        var months = WholeMonths(from.UtcDateTime, to.UtcDateTime);
        return days switch
        {
            < 14 => Count(days, "day", "days"),
            _ when months < 3 => Count(days / 7, "week", "weeks"),
            _ when months < 24 => Count(months, "month", "months"),
            _ => Count(months / 12, "year", "years"),
        };
    }

    /// <summary>As in «12 March 2024».</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As in «in March 2024», «between March and May 2024», «between December 2023 and January 2024».</summary>
    public static string Months(DateTimeOffset first, DateTimeOffset last)
    {
        var (from, to) = (first.UtcDateTime, last.UtcDateTime);
        if (from.Year == to.Year && from.Month == to.Month)
        {
            return $"in {Month(from, withYear: true)}";
        }

        return $"between {Month(from, from.Year != to.Year)} and {Month(to, withYear: true)}";
    }

    /// <summary>As in «March 2024».</summary>
    public static string Month(DateTimeOffset at) => Month(at.UtcDateTime, withYear: true);

    /// <summary>As in «about every 3 weeks».</summary>
    /// <param name="days">Between two weeks with contact; 7 or more.</param>
    /// <returns>Null from a year and a half on, for which there is no good word.</returns>
    public static string? Often(double days) => days switch
    {
        < 10.5 => "nearly every week",
        < 60 => $"about every {Math.Round(days / 7, MidpointRounding.AwayFromZero):0} weeks",
        < 330 => $"about every {Math.Round(days / 30.44, MidpointRounding.AwayFromZero):0} months",
        < 550 => "about once a year",
        _ => null,
    };

    private static int WholeMonths(DateTime from, DateTime to)
    {
        var months = (12 * (to.Year - from.Year)) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static string Month(DateTime day, bool withYear) => day.ToString(withYear ? "MMMM yyyy" : "MMMM", CultureInfo.InvariantCulture);
}
