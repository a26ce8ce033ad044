using InboxNetworker.Core.Alerts;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Alerts;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Berlin = WorkingHours.Usual with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Theory]
    [InlineData("2024-06-12T07:00:00Z", true)]
    [InlineData("2024-06-12T06:59:59Z", false)]
    [InlineData("2024-06-12T14:59:59Z", true)]
    [InlineData("2024-06-12T15:00:00Z", false)]
    [InlineData("2024-12-11T07:00:00Z", false)] // winter
    [InlineData("2024-12-11T08:00:00Z", true)]
    [InlineData("2024-06-15T10:00:00Z", false)] // Saturday
    public void Hours_are_those_of_the_owners_zone(string at, bool works) => Assert.Equal(works, Berlin.Include(Time(at)));

    [Theory]
    [InlineData("2024-06-12T23:00:00Z", true)]
    [InlineData("2024-06-13T03:00:00Z", true)]
    [InlineData("2024-06-12T12:00:00Z", false)]
    [InlineData("2024-06-15T03:00:00Z", true)] // Friday's night
    [InlineData("2024-06-17T03:00:00Z", false)] // Sunday's
    public void A_night_shift_belongs_to_the_day_it_begins_on(string at, bool works) =>
        Assert.Equal(works, (WorkingHours.Usual with { From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) }).Include(Time(at)));

    [Fact]
    public void After_a_Friday_comes_Monday() => Assert.Equal(new DateOnly(2024, 6, 17), WorkingHours.Usual.After(new DateOnly(2024, 6, 14)));
}
