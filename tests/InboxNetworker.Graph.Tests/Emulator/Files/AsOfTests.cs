using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class AsOfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-03-03", 1, "2026-03-10T10:00:00Z")] // ended 7 days and 9 hours ago
    [InlineData("2026-03-04", 0, "2026-03-04T10:00:00Z")] // 6 days and 9 hours
    [InlineData("2026-03-10", 0, "2026-03-10T10:00:00Z")]
    [InlineData("2026-02-25", 1, "2026-03-04T10:00:00Z")]
    [InlineData("2026-02-24", 2, "2026-03-10T10:00:00Z")]
    [InlineData("2001-06-01", 1292, "2026-03-06T10:00:00Z")]
    public void Times_move_by_whole_weeks_to_end_within_the_last_seven_days(string day, int weeks, string shown)
    {
        var (content, report) = Read(Line("1", day + "T10:00:00Z"), day);

        Assert.Equal(weeks, report.WeeksShifted);
        Assert.Equal(Time(shown), Assert.Single(content.Messages).Sent);
    }

    [Fact]
    public void On_every_day_of_three_years_weekdays_stay_and_nothing_lies_in_the_future()
    {
        var first = new DateOnly(2023, 3, 12);
        for (var day = first; day <= DateOnly.FromDateTime(Now.UtcDateTime); day = day.AddDays(1))
        {
            var end = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
            var last = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
            var file = _folder.Write("a.tsv", Header + Line("1", last.ToString("O", CultureInfo.InvariantCulture)));

            var (content, report) = MailboxFile.Read(file, Owned with { AsOf = day });

            var shown = Assert.Single(content.Messages).Sent;
            Assert.Equal(last.DayOfWeek, shown.DayOfWeek);
            Assert.Equal(last.TimeOfDay, shown.TimeOfDay);
            Assert.True(shown <= Now, $"{day}: {shown} lies in the future.");
            Assert.InRange(Now - (end + TimeSpan.FromDays(7 * report.WeeksShifted)), TimeSpan.FromDays(-1), TimeSpan.FromDays(7));
        }
    }

    [Fact]
    public void The_day_is_shown_to_its_last_second_and_nothing_after_it()
    {
        var (content, report) = Read(Line("1", "2001-06-01T23:59:59Z") + Line("2", "2001-06-02T00:00:00Z") + Line("3", "1999-01-01T00:00:00Z"), "2001-06-01");

        Assert.Equal(["<1>", "<3>"], content.Messages.Select(m => m.InternetMessageId));
        Assert.Equal((3, 1, new DateOnly(2001, 6, 1)), (report.Good, report.NotShown, report.AsOf));
    }

    [Fact]
    public void The_day_is_the_last_plausible_one_when_none_is_given()
    {
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => Line($"{i}", Time("2001-01-01T10:00:00Z").AddHours(12 * i).ToString("O", CultureInfo.InvariantCulture))));

        var (content, report) = Read(lines + Line("late", "2004-02-03T00:00:00Z") + Line("future", "2044-01-04T00:00:00Z"), null);

        Assert.Equal(new DateOnly(2001, 5, 30), report.AsOf);
        Assert.Equal((300, 2), (content.Messages.Count, report.NotShown));
    }

    [Fact]
    public void Wrong_dates_close_to_each_other_are_seen_as_wrong_too()
    {
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => Line($"{i}", Time("2001-01-01T10:00:00Z").AddHours(12 * i).ToString("O", CultureInfo.InvariantCulture))));

        var report = Read(lines + Line("a", "2004-02-03T00:00:00Z") + Line("b", "2004-02-04T00:00:00Z"), null).Report;

        Assert.Equal(new DateOnly(2001, 5, 30), report.AsOf);
    }

    [Fact]
    public void A_pause_of_years_is_believed_when_more_than_one_in_a_hundred_come_after_it()
    {
        var lines = string.Concat(Enumerable.Range(0, 97).Select(i => Line($"{i}", Time("2001-01-01T10:00:00Z").AddHours(12 * i).ToString("O", CultureInfo.InvariantCulture))));

        var report = Read(lines + Line("a", "2004-02-03T00:00:00Z") + Line("b", "2004-02-04T00:00:00Z") + Line("c", "2004-02-05T00:00:00Z"), null).Report;

        Assert.Equal((new DateOnly(2004, 2, 5), 0), (report.AsOf, report.NotShown));
    }

    [Fact]
    public void A_mailbox_of_today_stays_where_it_is()
    {
        var (content, report) = Read(Line("1", "2026-03-11T08:59:00Z") + Line("2", "2026-03-01T08:00:00Z"), null);

        Assert.Equal(0, report.WeeksShifted);
        Assert.Equal(Time("2026-03-11T08:59:00Z"), content.Messages[0].Sent);
    }

    [Fact]
    public void A_clock_that_went_ahead_does_not_bring_mail_from_the_future()
    {
        var (content, report) = Read(Line("1", "2026-03-11T10:00:00Z") + Line("2", "2026-03-01T08:00:00Z"), null);

        Assert.Equal(-1, report.WeeksShifted);
        Assert.All(content.Messages, m => Assert.True(m.Sent <= Now));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1899-12-31T23:59:59Z")]
    public void A_year_no_mail_was_written_in_is_no_date(string date)
    {
        var report = Read(Line("1", date) + Line("2", "2026-03-11T10:00:00Z"), null).Report;

        Assert.Equal((1, 1), (report.Good, report.Bad));
    }

    [Theory]
    [InlineData("1990-01-01", "from 2001-01-01 to 2001-01-01")]
    [InlineData("2026-03-12", "lies in the future")]
    public void A_day_that_shows_nothing_is_refused(string day, string says)
    {
        var refused = Assert.Throws<MailboxFileException>(() => Read(Line("1", "2001-01-01T10:00:00Z"), day));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private MailboxFileResult Read(string lines, string? day) =>
        MailboxFile.Read(_folder.Write("a.tsv", Header + lines), Owned with { AsOf = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture) });
}
