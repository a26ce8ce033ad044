using System.Globalization;
using System.Text;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class TsvFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_becomes_a_message(string end)
    {
        var file = _folder.Write("a.tsv", ("\uFEFF" + Header + "<1>\t2026-03-10T08:00:00Z\tme@x.example\tyou@y.example;'odd'@enron.com\tjohn/corp/enron@enron.com\tb@y.example\tRe: Zürich\tsent\n").Replace("\n", end, StringComparison.Ordinal));

        var (content, report) = MailboxFile.Read(file, Owned);

        var message = Assert.Single(content.Messages);
        Assert.Equal("<1>", message.InternetMessageId);
        Assert.Equal(new Recipient("me@x.example", "me@x.example"), message.From);
        Assert.Equal(["you@y.example", "'odd'@enron.com"], message.To.Select(r => r.Address));
        Assert.Equal(["john/corp/enron@enron.com"], message.Cc.Select(r => r.Name));
        Assert.Equal(["b@y.example"], message.Bcc!.Select(r => r.Address));
        Assert.Equal("Re: Zürich", message.Subject);
        Assert.Equal("sentitems", message.FolderKey);
        Assert.Equal((1, 0), (report.Good, report.Bad));
        Assert.Empty(report.Remarks);
    }

    [Fact]
    public void Bad_lines_are_named_and_the_good_ones_kept()
    {
        var file = _folder.Write(
            "a.tsv",
            Header + Line("1", "2026-03-10T08:00:00Z") + "too\tshort\n" + Line("2", "31.12.2025 25:00") + Line("3", "2026-03-10T09:00:00Z")
            + "<4>\t2026-03-10T08:00:00Z\t\t\t\t\tNobody\tinbox\n" + "<5>\t2026-03-10T08:00");

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.Equal(["<1>", "<3>"], content.Messages.Select(m => m.InternetMessageId));
        Assert.Equal((2, 4), (report.Good, report.Bad));
        Assert.Equal(["a.tsv:3", "a.tsv:4", "a.tsv:6", "a.tsv:7"], report.FirstBad.Select(b => b.Place));
        Assert.Contains("2 columns, not 8", report.FirstBad[0].Reason, StringComparison.Ordinal);
        Assert.Contains("'31.12.2025 25:00' is not a date", report.FirstBad[1].Reason, StringComparison.Ordinal);
        Assert.Contains("neither a sender nor a recipient", report.FirstBad[2].Reason, StringComparison.Ordinal);
        Assert.Contains("a.tsv:3", string.Join('\n', report.Sentences()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_twenty_bad_lines_are_told_and_all_are_counted()
    {
        var file = _folder.Write("a.tsv", Header + string.Concat(Enumerable.Repeat("bad\n", 50)) + Line("1", "2026-03-10T08:00:00Z"));

        var report = MailboxFile.Read(file, Owned).Report;

        Assert.Equal((1, 50, 20), (report.Good, report.Bad, report.FirstBad.Count));
        Assert.Contains("… and 30 more.", string.Join('\n', report.Sentences()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_passed_over_in_bounded_memory()
    {
        var huge = new string('x', 40 << 20);
        var file = _folder.Write("a.tsv.gz", TemporaryFolder.Gzip(Header + Line("1", "2026-03-10T08:00:00Z") + huge + "\n" + Line("2", "2026-03-10T09:00:00Z")));
        huge = null;
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12 << 20);
        Assert.Equal(2, content.Messages.Count);
        Assert.Equal("a.tsv.gz:3", Assert.Single(report.FirstBad).Place);
        Assert.Contains("longer than 1024 KB", report.FirstBad[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_known_is_named_and_the_order_of_columns_is_free()
    {
        var file = _folder.Write("a.tsv", "folder\tmood\tmessage_id\tdate_utc_iso\tfrom\tto\tsubject\nsent\tgood\t<1>\t2026-03-10T08:00:00Z\tme@x.example\tyou@y.example\tHi\n");

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.Equal("Hi", Assert.Single(content.Messages).Subject);
        Assert.Contains("a.tsv:1 names columns that are not used: mood", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fullest_sent_folder_is_the_sent_items_and_the_others_stay()
    {
        var file = _folder.Write(
            "a.tsv",
            Header + Line("1", "2026-03-10T08:00:00Z", folder: "sent") + Line("2", "2026-03-10T08:00:00Z", folder: "_sent_mail") + Line("3", "2026-03-10T08:00:00Z", folder: "_sent_mail")
            + Line("4", "2026-03-10T08:00:00Z", folder: "Sent Items") + Line("5", "2026-03-10T08:00:00Z", folder: "genco_jv_ipo") + Line("6", "2026-03-10T08:00:00Z", folder: "deleted_items"));

        var content = MailboxFile.Read(file, Owned).Content;

        Assert.Equal(
            ["archive", "deleteditems", "drafts", "inbox", "junkemail", "outbox", "sentitems"],
            content.Folders.Select(f => f.WellKnownName).OfType<string>().Order());
        string FolderOf(string id) => content.Folders.Single(f => f.Key == content.Messages.Single(m => m.InternetMessageId == id).FolderKey).DisplayName;
        Assert.Equal(["sent", "Sent Items", "Sent Items", "Sent Items", "genco_jv_ipo", "Deleted Items"], ((string[])["<1>", "<2>", "<3>", "<4>", "<5>", "<6>"]).Select(FolderOf));
        Assert.NotEqual(content.Messages[3].FolderKey, content.Messages[2].FolderKey);
    }

    [Fact]
    public void Copies_of_a_message_are_kept_each_under_a_key_of_its_own()
    {
        var line = Line("1", "2026-03-10T08:00:00Z");
        var file = _folder.Write("a.tsv", Header + line + line + Line("1", "2026-03-10T08:00:00Z", folder: "inbox"));

        var content = MailboxFile.Read(file, Owned).Content;

        Assert.Equal(3, content.Messages.Select(m => m.Key).Distinct().Count());
        Assert.Single(content.Messages.Select(m => m.ConversationKey).Distinct());
    }

    [Theory]
    [InlineData("Re: Plan", "plan")]
    [InlineData("RE: FW: Fwd: re[2]:  The   Plan ", "the plan")]
    [InlineData("AW: WG: Antw: Sv: Plan", "plan")]
    [InlineData("Regarding: Plan", "regarding: plan")]
    [InlineData("", "")]
    public void An_answer_belongs_to_the_conversation_of_what_it_answers(string subject, string normal)
    {
        var file = _folder.Write(
            "a.tsv",
            Header + Line("1", "2026-03-10T08:00:00Z", subject: subject) + Line("2", "2026-03-10T09:00:00Z", "you@y.example", "me@x.example", normal, "inbox"));

        Assert.Single(MailboxFile.Read(file, Owned).Content.Messages.Select(m => m.ConversationKey).Distinct());
    }

    [Fact]
    public void The_circle_is_whom_the_owner_writes_with_and_only_what_the_file_says_of_them()
    {
        var file = _folder.Write(
            "a.tsv",
            Header + Line("1", "2026-03-10T08:00:00Z") + Line("2", "2026-03-10T09:00:00Z") + Line("3", "2026-03-10T08:00:00Z", "new@z.example", "me@x.example", folder: "inbox"));

        var people = MailboxFile.Read(file, Owned).Content.People;

        Assert.Equal([("you@y.example", 2.0), ("new@z.example", 1.0)], people.Select(p => (p.DisplayName, p.Relevance)));
        Assert.All(people, p => Assert.Equal(("PersonalContact", false, null, null), (p.Subclass, p.IsUser, p.JobTitle, p.Department)));
    }

    [Fact]
    public void Sixty_thousand_lines_are_read_at_once()
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 60_000; i++)
        {
            text.Append(Line(i.ToString(CultureInfo.InvariantCulture), "2026-03-10T08:00:00Z", $"p{i % 500}@y.example", "me@x.example;a@y.example;b@y.example", $"Subject {i % 9000}", "inbox"));
        }

        var file = _folder.Write("a.tsv.gz", TemporaryFolder.Gzip(text.ToString()));
        var start = TimeProvider.System.GetTimestamp();

        var content = MailboxFile.Read(file, Owned).Content;

        Assert.Equal(60_000, content.Messages.Count);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"It took {TimeProvider.System.GetElapsedTime(start)}.");
    }
}
