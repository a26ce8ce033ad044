using System.Collections.Concurrent;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Graph.Tests.SampleMailboxes;

/// <summary>Days on which a calendar goes wrong if it can: leap days, ends of years, changes of the clocks, holidays, Sundays.</summary>
internal static class SampleDays
{
    private static readonly ConcurrentDictionary<string, (MailboxContent Content, SampleTruth Truth)> Made = new();

    public static TheoryData<string> All =>
    [
        "2024-02-29", "2025-12-25", "2025-12-31", "2026-01-01", "2026-04-05", "2026-08-16", "2026-10-25",
        "2026-11-23", "2027-03-28", "2027-07-01", "2028-02-29", "2030-05-19",
    ];

    public static DateTimeOffset Start(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.MinValue, TimeSpan.Zero);

    public static MailboxContent Content(string day) => On(day).Content;

    public static SampleTruth Truth(string day) => On(day).Truth;

    public static IEnumerable<DateTimeOffset> Starts(this Meeting meeting) =>
        Enumerable.Range(0, meeting.Occurrences).Select(time => meeting.Start.AddDays(7 * meeting.Weeks * time));

    public static IEnumerable<Recipient> Everyone(this Message message) =>
        message.To.Concat(message.Cc).Concat(new[] { message.From, message.Sender }.OfType<Recipient>());

    private static (MailboxContent Content, SampleTruth Truth) On(string day) => Made.GetOrAdd(day, each =>
    {
        var now = Start(each).AddHours(15);
        return (SampleMailbox.Create(now), SampleMailbox.Truth(now));
    });
}
