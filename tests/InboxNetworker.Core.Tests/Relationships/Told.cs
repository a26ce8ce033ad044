using System.Globalization;
using System.Text.RegularExpressions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>What a reader takes from the reasons, read out of their words alone.</summary>
internal sealed partial record Told(int Mails, int Meetings, int Weeks, string HowMuch, DateTimeOffset From, DateTimeOffset Until, DateOnly LastDay)
{
    public static Told Read(IReadOnlyList<Reason> reasons)
    {
        var sentence = reasons.Single(r => r.Code == "exchange").Text;
        var months = Months().Match(sentence);
        var until = DateTime.ParseExact($"{months.Groups["to"].Value} {months.Groups["year"].Value}", "MMMM yyyy", CultureInfo.InvariantCulture);
        var from = !months.Groups["from"].Success
            ? until
            : DateTime.ParseExact(
                $"{months.Groups["from"].Value} {(months.Groups["fromYear"].Success ? months.Groups["fromYear"].Value : months.Groups["year"].Value)}",
                "MMMM yyyy",
                CultureInfo.InvariantCulture);
        var last = DateOnly.ParseExact(LastOn().Match(reasons.Single(r => r.Code == "last-word").Text).Groups[1].Value, "d MMMM yyyy", CultureInfo.InvariantCulture);
        return new Told(
            Number(MailCount().Match(sentence)),
            sentence.Contains("met once", StringComparison.Ordinal) ? 1 : Number(MeetingCount().Match(sentence)),
            sentence.Contains("in one week", StringComparison.Ordinal) ? 1 : Number(WeekCount().Match(sentence)),
            months.Groups["much"].Value,
            new DateTimeOffset(from, TimeSpan.Zero),
            new DateTimeOffset(until.AddMonths(1), TimeSpan.Zero),
            last);
    }

    private static int Number(Match match) => match.Success ? int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"([\d,]+) mails?\b")]
    private static partial Regex MailCount();

    [GeneratedRegex(@"met ([\d,]+) times\b")]
    private static partial Regex MeetingCount();

    [GeneratedRegex(@"in ([\d,]+) different weeks,")]
    private static partial Regex WeekCount();

    [GeneratedRegex(@", (?:(?<much>most|all) )?(?:in|between (?<from>[A-Z][a-z]+)(?: (?<fromYear>\d{4}))? and) (?<to>[A-Z][a-z]+) (?<year>\d{4})(?:;|\.)")]
    private static partial Regex Months();

    [GeneratedRegex(@"on (\d+ [A-Z][a-z]+ \d{4})(?:; you have not written since)?\.$")]
    private static partial Regex LastOn();
}
