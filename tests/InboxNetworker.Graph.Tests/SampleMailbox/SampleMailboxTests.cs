using System.Security.Cryptography;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Graph.Tests.SampleMailboxes;

public sealed class SampleMailboxTests
{
    private static readonly string[] OwnDomains = ["tarnfeld.example", "tarnfeld-water.example"];

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void The_same_day_gives_the_same_mailbox_at_any_hour(string day)
    {
        var start = SampleDays.Start(day);

        var made = Fingerprint(SampleDays.Content(day));

        Assert.Equal(made, Fingerprint(SampleMailbox.Create(start)));
        Assert.Equal(made, Fingerprint(SampleMailbox.Create(start.AddHours(23).AddMinutes(59))));
        Assert.NotEqual(made, Fingerprint(SampleMailbox.Create(start.AddDays(1))));
    }

    [Fact]
    public void A_moment_in_another_zone_counts_as_its_day_in_UTC()
    {
        var lateInNewYork = new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.FromHours(-5));

        Assert.Equal(Fingerprint(SampleDays.Content("2026-11-23")), Fingerprint(SampleMailbox.Create(lateInNewYork)));
    }

    [Fact]
    public void Most_of_the_past_is_the_same_tomorrow()
    {
        var today = SampleDays.Content("2026-11-23").Messages.Select(message => (message.Subject, message.Sent)).ToHashSet();
        var tomorrow = SampleMailbox.Create(SampleDays.Start("2026-11-24")).Messages;

        Assert.InRange(tomorrow.Count(message => today.Contains((message.Subject, message.Sent))) / (double)tomorrow.Count, 0.9, 1);
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void It_is_as_large_as_a_real_one(string day)
    {
        var content = SampleDays.Content(day);
        var meetings = content.Meetings.SelectMany(meeting => meeting.Starts()).ToList();

        Assert.InRange(content.Messages.Count, 6_000, 9_000);
        Assert.InRange(meetings.Count(start => start < SampleDays.Start(day)), 800, 1_300);
        Assert.Contains(meetings, start => start > SampleDays.Start(day).AddDays(1));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Nothing_is_sent_after_the_day_began_or_more_than_three_years_before(string day)
    {
        var start = SampleDays.Start(day);

        Assert.All(SampleDays.Content(day).Messages, message => Assert.InRange(message.Sent, start.AddDays(-3 * 365 - 1), start.AddTicks(-1)));
        Assert.Contains(SampleDays.Content(day).Messages, message => message.Sent < start.AddDays(-3 * 365 + 14));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Keys_are_unique_and_folders_exist(string day)
    {
        var content = SampleDays.Content(day);
        var folders = content.Folders.Select(folder => folder.Key).ToHashSet();

        Assert.Equal(content.Messages.Count, content.Messages.Select(message => message.Key).Distinct().Count());
        Assert.Equal(content.Meetings.Count, content.Meetings.Select(meeting => meeting.Key).Distinct().Count());
        Assert.Equal(content.Folders.Count, folders.Count);
        Assert.All(content.Messages, message => Assert.Contains(message.FolderKey, folders));
        Assert.All(content.Folders, folder => Assert.True(folder.ParentKey is null || folders.Contains(folder.ParentKey)));
        Assert.All(content.Messages, message => Assert.Equal(0, message.Sent.Ticks % TimeSpan.TicksPerSecond));
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void Every_domain_is_reserved_for_examples(string day)
    {
        var content = SampleDays.Content(day);
        var addresses = content.Messages.SelectMany(message => message.Everyone().Select(each => each.Address).Append(message.InternetMessageId.Trim('<', '>')))
            .Concat(content.Meetings.SelectMany(meeting => meeting.Attendees.Select(each => each.Address).Append(meeting.Organizer.Address)))
            .Concat(content.People.SelectMany(person => person.Addresses))
            .Concat(content.Owner.OtherAddresses).Append(content.Owner.Mail);

        Assert.All(addresses.Distinct(), address => Assert.Matches(@"^[a-z0-9.\-]+@[a-z0-9.\-]+\.example$", address));
    }

    [Fact]
    public void A_hundred_and_fifty_people_work_in_eight_departments_and_the_others_in_twelve_companies()
    {
        var people = SampleDays.Content("2026-11-23").People;
        var colleagues = people.Where(person => person.IsUser && person.AccountEnabled).ToList();
        string[] departments = ["Communications", "Finance", "HR", "IT", "Legal", "Operations", "Product", "Sales"];

        Assert.InRange(colleagues.Count, 150, 170);
        Assert.Equal(departments, colleagues.Select(person => person.Department).Distinct().Order());
        Assert.Equal(12, people.Where(person => !person.IsUser && person.CompanyName is not null).Select(person => person.CompanyName).Distinct().Count());
        Assert.Equal(people.Sum(person => person.Addresses.Count), people.SelectMany(person => person.Addresses).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void People_write_in_working_hours_and_rest_at_weekends_and_holidays(string day)
    {
        var machines = SampleDays.Truth(day).Noise.Select(each => each.Address).ToHashSet();
        var byPeople = SampleDays.Content(day).Messages.Where(message => message.From is { } from && !machines.Contains(from.Address) && !message.IsDraft).ToList();

        Assert.InRange(Share(message => message.Sent.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), 0.0005, 0.03);
        Assert.InRange(Share(message => message.Sent.Hour is >= 6 and < 18), 0.93, 0.998);
        Assert.InRange(Share(message => (message.Sent.Month, message.Sent.Day) is (12, >= 24 and <= 26) or (1, 1)), 0, 0.002);
        Assert.True(PerMonth(9, 11) > 1.2 * PerMonth(8, 8), "autumn is no busier than August");

        double Share(Func<Message, bool> which) => byPeople.Count(which) / (double)byPeople.Count;
        double PerMonth(int from, int to) => byPeople.Count(message => message.Sent.Month >= from && message.Sent.Month <= to) / (double)(to - from + 1);
    }

    [Theory]
    [MemberData(nameof(SampleDays.All), MemberType = typeof(SampleDays))]
    public void The_owner_talks_mainly_within_the_own_department(string day)
    {
        var content = SampleDays.Content(day);
        var departments = content.People.Where(person => person.Department is not null).ToDictionary(person => person.Addresses[0], person => person.Department!);
        var received = content.Messages
            .Where(message => message.From is { } from && departments.ContainsKey(from.Address) && message.Kind == MessageKind.Message)
            .CountBy(message => departments[message.From!.Address]).ToDictionary();

        Assert.True(received["Communications"] > 0.6 * received.Values.Sum());
        Assert.True(received["IT"] + received["Finance"] + received["HR"] < 0.08 * received.Values.Sum());
        Assert.All(content.Messages.Where(message => message.FolderKey == "sent"), message => Assert.Equal(content.Owner.Mail, message.From!.Address));
        Assert.DoesNotContain(content.People, person => OwnDomains.Contains(person.Addresses[0][(person.Addresses[0].IndexOf('@', StringComparison.Ordinal) + 1)..]) && person.Subclass == "PersonalContact");
    }

    private static string Fingerprint(MailboxContent content) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
}
