using System.Text;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class MboxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_addresses_and_threads_come_from_the_headers_and_bodies_are_left()
    {
        var content = Read(
            Mail("1", "Me Myself <me@x.example>", "=?utf-8?q?J=C3=BCrgen?= <j@y.example>, plain@y.example", "Plan", extra: "Cc: Team: a@y.example, b@y.example;\n"),
            Mail("2", "j@y.example", "me@x.example", "Something else", extra: "In-Reply-To: <1@x.example>\nReferences: <1@x.example>\n"),
            Mail("3", "j@y.example", "me@x.example", "Plan")).Content;

        Assert.Equal("Me Myself", content.Owner.DisplayName);
        var first = content.Messages[0];
        Assert.Equal([new Recipient("Jürgen", "j@y.example"), new Recipient("plain@y.example", "plain@y.example")], first.To);
        Assert.Equal(["a@y.example", "b@y.example"], first.Cc.Select(r => r.Address));
        Assert.Equal("<1@x.example>", first.InternetMessageId);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 7, 0, 0, TimeSpan.Zero), first.Sent);
        Assert.Equal("", first.Text);
        Assert.Equal(["sentitems", "inbox", "inbox"], content.Messages.Select(m => m.FolderKey));
        Assert.Equal(first.ConversationKey, content.Messages[1].ConversationKey);
        Assert.NotEqual(first.ConversationKey, content.Messages[2].ConversationKey);
        Assert.Equal("Jürgen", content.People[0].DisplayName);
    }

    [Theory]
    [InlineData("X-Folder: \\Mara\\Projects\n", "\\Mara\\Projects")]
    [InlineData("X-Gmail-Labels: Important,Sent,Opened\n", "Sent Items")]
    [InlineData("X-Gmail-Labels: Inbox,Unread\n", "Inbox")]
    [InlineData("X-Gmail-Labels: Trash\n", "Deleted Items")]
    [InlineData("", "Inbox")]
    public void A_header_may_name_the_folder(string header, string folder)
    {
        var content = Read(Mail("1", "j@y.example", "me@x.example", "Plan", extra: header)).Content;

        Assert.Equal(folder, content.Folders.Single(f => f.Key == content.Messages[0].FolderKey).DisplayName);
    }

    [Fact]
    public void Broken_messages_are_named_by_their_place_and_the_others_kept()
    {
        var first = Mail("1", "me@x.example", "j@y.example", "Plan");
        var dateless = Mail("2", "me@x.example", "j@y.example", "Plan").Replace("Date: ", "X-Date: ", StringComparison.Ordinal);
        var nobody = Mail("3", "me@x.example", "j@y.example", "Plan").Replace("From: ", "X-From: ", StringComparison.Ordinal).Replace("To: ", "X-To: ", StringComparison.Ordinal);
        var garbled = "From nobody Tue Mar 10 08:00:00 2026\n\u0001\u0002 no header at all\nmore\n\n";

        var (content, report) = Read(first, dateless, garbled, nobody, Mail("4", "me@x.example", "j@y.example", "Last"));

        Assert.Equal(["<1@x.example>", "<4@x.example>"], content.Messages.Select(m => m.InternetMessageId));
        Assert.Equal((2, 3), (report.Good, report.Bad));
        Assert.Equal($"a.mbox:byte {first.Length}", report.FirstBad[0].Place);
        Assert.Contains("no Date", report.FirstBad[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_quotes_a_marker_is_no_message()
    {
        var content = Read(Mail("1", "me@x.example", "j@y.example", "Plan", body: ">From the start\n\nwe said\n"), Mail("2", "me@x.example", "j@y.example", "Plan")).Content;

        Assert.Equal(2, content.Messages.Count);
    }

    [Fact]
    public void A_mailbox_of_many_messages_is_read_to_the_end()
    {
        var mails = Enumerable.Range(0, 3000).Select(i => Mail($"{i}", "me@x.example", "j@y.example", $"Plan {i}", body: new string('b', 500) + "\n")).ToArray();

        Assert.Equal(3000, Read(mails).Content.Messages.Count);
    }

    private static string Mail(string id, string from, string to, string subject, string extra = "", string body = "Secret words\n") =>
        $"From sender@x.example Tue Mar 10 08:00:00 2026\nMessage-ID: <{id}@x.example>\nDate: Tue, 10 Mar 2026 08:00:00 +0100\nFrom: {from}\nTo: {to}\nSubject: {subject}\n{extra}\n{body}\n";

    private MailboxFileResult Read(params string[] mails) => MailboxFile.Read(_folder.Write("a.mbox", Encoding.UTF8.GetBytes(string.Concat(mails))), Owned);
}
