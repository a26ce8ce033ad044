using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_compressed_file_that_is_cut_off_is_used_as_far_as_it_goes()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => Line(i.ToString(CultureInfo.InvariantCulture), "2026-03-10T08:00:00Z", subject: $"{i * 7919 % 10007}")));
        var whole = TemporaryFolder.Gzip(Header + lines);
        var file = _folder.Write("a.tsv.gz", whole[..(whole.Length / 2)]);

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.InRange(content.Messages.Count, 5_000, 15_000);
        Assert.Equal("the line is cut off", Assert.Single(report.FirstBad).Reason);
        Assert.Contains("cut off", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_with_damage_inside_is_used_as_far_as_it_goes()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(i => Line(i.ToString(CultureInfo.InvariantCulture), "2026-03-10T08:00:00Z", subject: $"{i * 7919 % 10007}")));
        var bytes = TemporaryFolder.Gzip(Header + lines);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        var file = _folder.Write("a.tsv.gz", bytes);

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.NotEmpty(content.Messages);
        Assert.True(report.Remarks.Count + report.Bad > 0);
    }

    [Theory]
    [InlineData("a.tsv", "", "is empty")]
    [InlineData("a.tsv", "hello\nworld\n", "a.tsv:1 is not the header")]
    [InlineData("a.tsv", "message_id\tdate_utc_iso\tfrom\tto\n", "lacks subject, folder")]
    [InlineData("a.tsv", Header, "holds no message")]
    [InlineData("a.tsv", Header + "bad\n", "a.tsv:2: the line has 1 columns, not 8")]
    [InlineData("a.tsv.gz", Header, "not compressed with gzip")]
    [InlineData("a.zip", "PK", "no kind of mailbox file known here")]
    [InlineData("a.mbox", "", "is empty")]
    [InlineData("a.mbox", "hello\nworld\n", "is not an mbox file")]
    public void A_file_of_no_use_says_what_is_wrong(string name, string text, string says)
    {
        var file = _folder.Write(name, text);

        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(file, Owned));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_in_a_readable_way()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31 % 251)).ToArray();

        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(_folder.Write("a.tsv", bytes), Owned));

        Assert.DoesNotContain(refused.Message, char.IsControl);
        Assert.InRange(refused.Message.Length, 20, 400);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing_with_its_full_path()
    {
        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(_folder.At("none.tsv"), Owned));

        Assert.Contains(_folder.At("none.tsv"), refused.Message, StringComparison.Ordinal);
    }
}
