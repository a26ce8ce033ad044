using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Generated;

namespace InboxNetworker.Graph.Tests;

public sealed class GeneratedMailboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly MailboxContent TenThousand = GeneratedMailbox.Create(10_000, Now);

    [Fact]
    public void It_is_the_same_for_everyone_who_asks_on_the_same_day()
    {
        var again = GeneratedMailbox.Create(10_000, Now.AddHours(5));

        Assert.Equal(TenThousand.Messages.Select(Written), again.Messages.Select(Written));
        Assert.Equal(TenThousand.Meetings.Select(m => (m.Key, m.Subject, m.Start)), again.Meetings.Select(m => (m.Key, m.Subject, m.Start)));
    }

    [Fact]
    public void It_has_ten_years_of_mail_up_to_today()
    {
        Assert.Equal(10_000, TenThousand.Messages.Count);
        Assert.Equal(10_000, TenThousand.Messages.Select(m => m.Key).Distinct().Count());
        Assert.InRange(TenThousand.Messages.Min(m => m.Sent), Now.AddYears(-10).AddDays(-1), Now.AddYears(-10).AddDays(1));
        Assert.InRange(TenThousand.Messages.Max(m => m.Sent), Now.AddDays(-1).AddHours(-12), Now);
        Assert.All(TenThousand.Messages, m => Assert.Equal(0, m.Sent.Ticks % TimeSpan.TicksPerSecond));
    }

    [Fact]
    public void A_thousand_people_write_and_are_written_to_a_few_of_them_most_of_it()
    {
        var byPerson = TenThousand.Messages.SelectMany(m => m.To.Concat(m.Cc).Prepend(m.From!)).Where(r => r.Address != TenThousand.Owner.Mail)
            .CountBy(r => r.Address).Select(p => p.Value).OrderDescending().ToList();

        Assert.InRange(byPerson.Count, 950, 1_000);
        Assert.InRange((double)byPerson.Take(100).Sum() / byPerson.Sum(), 0.4, 0.8);
    }

    [Fact]
    public void More_than_a_third_is_sent_to_a_few_and_the_owner_is_among_those_who_get_the_rest()
    {
        var own = TenThousand.Owner.Mail;
        var (sent, received) = (TenThousand.Messages.Where(m => m.From!.Address == own).ToList(), TenThousand.Messages.Where(m => m.From!.Address != own).ToList());

        Assert.InRange((double)sent.Count / TenThousand.Messages.Count, 0.35, 0.41);
        Assert.All(sent, m => Assert.InRange(m.To.Count, 1, 4));
        Assert.All(received, m => Assert.Contains(m.To.Concat(m.Cc), r => r.Address == own));
        Assert.All(received, m => Assert.InRange(m.To.Count + m.Cc.Count, 1, 5));
        Assert.True(received.Select(m => m.FolderKey).Distinct().Count() >= 4);
    }

    [Fact]
    public void Some_messages_stand_in_a_second_folder_too_and_many_answer_others()
    {
        var copies = TenThousand.Messages.GroupBy(m => m.InternetMessageId).Where(g => g.Count() > 1).ToList();

        Assert.InRange(copies.Count, 20, 100);
        Assert.All(copies, c => Assert.Equal(c.Count(), c.Select(m => m.FolderKey).Distinct().Count()));
        Assert.InRange(TenThousand.Messages.CountBy(m => m.ConversationKey).Count(), 3_000, 6_000);
    }

    [Fact]
    public void It_has_a_calendar_with_people_and_without()
    {
        Assert.Equal(100, TenThousand.Meetings.Count);
        Assert.Equal(600, GeneratedMailbox.Create(60_000, Now).Meetings.Count);
        Assert.Contains(TenThousand.Meetings, m => m.Attendees.Count == 0);
        Assert.Contains(TenThousand.Meetings, m => m.Attendees.Count == 1);
        Assert.Contains(TenThousand.Meetings, m => m.Occurrences > 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_001)]
    public void It_is_never_empty_and_has_an_upper_bound(int messages) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedMailbox.Create(messages, Now));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(101)]
    public void It_may_be_small(int messages) => Assert.Equal(messages, GeneratedMailbox.Create(messages, Now).Messages.Count);

    private static string Written(Message m) =>
        $"{m.Key} {m.FolderKey} {m.From} {string.Join(' ', m.To)} {string.Join(' ', m.Cc)} {m.Subject} {m.Sent:O} {m.ConversationKey} {m.InternetMessageId} {m.Kind} {m.IsRead}";
}
