using System.Globalization;
using CsCheck;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0, "1970-W01")]
    [InlineData("1969-12-29T00:00:00Z", 0, "1970-W01")]
    [InlineData("1969-12-28T23:59:59Z", -1, "1969-W52")]
    [InlineData("1970-01-05T00:00:00Z", 1, "1970-W02")]
    [InlineData("2004-12-31T23:59:59Z", 1826, "2004-W53")]
    [InlineData("2005-01-02T23:59:59Z", 1826, "2004-W53")]
    [InlineData("2005-01-03T00:00:00Z", 1827, "2005-W01")]
    [InlineData("2007-12-31T00:00:00Z", 1983, "2008-W01")]
    [InlineData("2010-01-03T12:00:00Z", 2087, "2009-W53")]
    [InlineData("2020-12-31T12:00:00Z", 2661, "2020-W53")]
    [InlineData("2024-03-31T23:30:00-02:00", 2831, "2024-W14")]
    public void A_moment_lies_in_its_iso_week(string at, int index, string name)
    {
        var week = IsoWeek.Of(Time(at));
        Assert.Equal((index, name), (week.Index, week.ToString()));
    }

    [Fact]
    public void Every_moment_agrees_with_the_calendar_of_the_framework() =>
        Arbitrary.Time.Sample(at =>
        {
            var day = at.UtcDateTime;
            var week = IsoWeek.Of(at);
            return week.ToString() == string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}")
                && week.Start <= at && at < week.End && week.Start.DayOfWeek == DayOfWeek.Monday && week.End - week.Start == TimeSpan.FromDays(7);
        });

    [Fact]
    public void Weeks_stand_in_the_order_of_time() =>
        Gen.Select(Arbitrary.Time, Arbitrary.Time).Sample((a, b) =>
        {
            var (x, y) = (IsoWeek.Of(a), IsoWeek.Of(b));
            return (x < y) == (x.Start < y.Start) && (x > y) == (x.Start > y.Start) && (x <= y) == (x.Start <= y.Start) && (x >= y) == (x.Start >= y.Start);
        });
}
