using System.IO.Compression;
using System.Text;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using static InboxNetworker.Graph.Tests.Emulator.Files.TsvLines;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

/// <summary>Files that were made to do harm.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Good = "From x\nMessage-ID: <1@x.example>\nDate: Tue, 10 Mar 2026 08:00:00 +0100\nFrom: me@x.example\nTo: you@y.example\nSubject: Hello\n\nbody\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\0")]
    [InlineData("<1>\t2026-03-10T08:00:00Z\tme@x.example\tyou@y.example\t\t\tHello\tsent\n")]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_fills_the_memory(string part)
    {
        var file = _folder.At("bomb.tsv.gz");
        using (var zip = new GZipStream(File.Create(file), CompressionLevel.SmallestSize))
        {
            zip.Write(Encoding.UTF8.GetBytes(Header));
            var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length)));
            for (var i = 0; i < 40; i++)
            {
                zip.Write(chunk);
            }
        }

        var refused = Assert.Throws<MailboxFileException>(() => MailboxFile.Read(file, Owned));

        Assert.Contains("bomb.tsv.gz unpacks to more than", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_nothing_but_copies_of_one_message_is_read_soon()
    {
        var file = _folder.Write("a.tsv", Header + string.Concat(Enumerable.Repeat(Line("1", "2026-03-10T08:00:00Z"), 50_000)));

        var reading = Task.Run(() => MailboxFile.Read(file, Owned), TestContext.Current.CancellationToken);

        var (content, _) = await reading.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(50_000, content.Messages.Select(m => m.Key).Distinct().Count());
    }

    [Fact]
    public void A_line_of_a_gigabyte_is_passed_over_in_little_memory()
    {
        var file = _folder.Write("a.tsv", Header + Line("1", "2026-03-10T08:00:00Z"));
        Append(file, 1L << 30, "\n" + Line("2", "2026-03-10T09:00:00Z"));

        var (content, report) = InLittleMemory(() => MailboxFile.Read(file, Owned));

        Assert.Equal(["<1>", "<2>"], content.Messages.Select(m => m.InternetMessageId));
        Assert.Contains("longer than 1024 KB", Assert.Single(report.FirstBad).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_without_an_end_are_passed_over_in_little_memory()
    {
        var file = _folder.Write("a.mbox", Good + "From x\nSubject: ");
        Append(file, 1L << 29, "\n" + Good);

        var (content, report) = InLittleMemory(() => MailboxFile.Read(file, Owned));

        Assert.Equal(2, content.Messages.Count);
        Assert.Contains("headers are longer than 1024 KB", Assert.Single(report.FirstBad).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X: y\n", 400_000)]
    [InlineData("To: a@b.example\n", 40_000)]
    [InlineData("To: a:b:c:d:e:f:g:\n", 20_000)]
    [InlineData(" folded\n", 100_000)]
    public void Headers_that_are_many_or_folded_deep_are_read_or_named_soon(string header, int times)
    {
        var file = _folder.Write("a.mbox", Good + Good.Replace("\n\nbody", "\n" + string.Concat(Enumerable.Repeat(header, times)) + "\nbody", StringComparison.Ordinal) + Good);

        var (content, report) = MailboxFile.Read(file, Owned);

        Assert.Equal(3, content.Messages.Count + report.Bad);
    }

    [Fact]
    public void Parts_within_parts_cost_nothing()
    {
        var deep = new StringBuilder(Good).Replace("Subject: Hello", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0");
        for (var depth = 0; depth < 50_000; depth++)
        {
            deep.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b{depth}\nContent-Type: multipart/mixed; boundary=b{depth + 1}\n\n");
        }

        var (content, _) = MailboxFile.Read(_folder.Write("a.mbox", deep + Good), Owned);

        Assert.Equal(2, content.Messages.Count);
    }

    [Theory]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\u202Egnp.exe")]
    [InlineData("a\0b")]
    [InlineData("a\rBcc: x@y.example")]
    [InlineData("{{ 7 | times: 7 }}")]
    public void A_hostile_subject_or_name_is_text_and_stays_the_text_it_is(string text)
    {
        var (content, _) = MailboxFile.Read(_folder.Write("a.tsv", Header + Line("1", "2026-03-10T08:00:00Z", subject: text)), Owned);

        Assert.Equal(text, Assert.Single(content.Messages).Subject);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_a_field_cost_that_character_alone()
    {
        var line = Encoding.UTF8.GetBytes(Header + Line("1", "2026-03-10T08:00:00Z", subject: "a#b") + Line("2", "2026-03-10T08:00:00Z"));
        line[Array.IndexOf(line, (byte)'#')] = 0xFF;

        var (content, report) = MailboxFile.Read(_folder.Write("a.tsv", line), Owned);

        Assert.Equal(["a\uFFFDb", "Hello"], content.Messages.Select(m => m.Subject));
        Assert.Equal(0, report.Bad);
    }

    private static MailboxFileResult InLittleMemory(Func<MailboxFileResult> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        return result;
    }

    /// <summary>Nothing but zeros, which take no room on the disk, and then a text.</summary>
    private static void Append(string file, long zeros, string text)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = stream.Length + zeros;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
