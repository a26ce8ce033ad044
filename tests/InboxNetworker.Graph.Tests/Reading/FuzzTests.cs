using System.Text;
using System.Text.Json;
using CsCheck;
using InboxNetworker.Graph.Tests.Emulator.Files;
using InboxNetworker.GraphEmulator.Mailboxes.Files;

namespace InboxNetworker.Graph.Tests.Reading;

/// <summary>What is read, with bytes changed, left out, put in twice and cut off: it is read or refused, and nothing else happens.</summary>
public sealed class FuzzTests : IDisposable
{
    private const string Messages =
        """{"@odata.context":"c","@odata.nextLink":"https://graph.microsoft.com/v1.0/x","value":[{"@odata.type":"#microsoft.graph.message","id":"AAMk=","subject":"\u00e4 \"q\" \ud83d\ude00","from":{"emailAddress":{"address":"o\u0027brien@there.example","name":"O\u0027Brien"}},"toRecipients":[{"emailAddress":{"name":"Ana","address":"A@B.example"}}],"ccRecipients":[],"bccRecipients":[],"sentDateTime":"2026-01-02T03:04:05Z","receivedDateTime":"2026-01-02T03:04:06.123Z","isDraft":false},{"id":"b","@removed":{"reason":"deleted"}}],"@odata.deltaLink":"d"}""";

    private const string Meetings =
        """{"@odata.nextLink":"n","value":[{"id":"AAMk=","subject":"Weekly","isAllDay":false,"isCancelled":false,"isOrganizer":true,"type":"occurrence","seriesMasterId":"s","showAs":"busy","responseStatus":{"response":"organizer","time":"0001-01-01T00:00:00Z"},"start":{"dateTime":"2026-01-02T03:04:05.0000000","timeZone":"UTC"},"end":{"dateTime":"2026-01-02T04:04:05.0000000","timeZone":"UTC"},"organizer":{"emailAddress":{"name":"Me","address":"me@x.example"}},"attendees":[{"type":"required","status":{"response":"accepted","time":"2026-01-01T00:00:00Z"},"emailAddress":{"name":"Ana","address":"a@b.example"}}]}]}""";

    private const string Mbox = "From x Tue Mar 10 08:00:00 2026\nMessage-ID: <1@x.example>\nDate: Tue, 10 Mar 2026 08:00:00 +0100\nFrom: =?utf-8?q?J=C3=BC?= <me@x.example>\nTo: Team: a@y.example, b@y.example;\nSubject: Plan\nReferences: <0@x>\n folded\n\nbody\n\n";

    private static readonly string Tsv = TsvLines.Header + TsvLines.Line("1", "2026-03-10T08:00:00Z") + TsvLines.Line("2", "2026-03-10T09:00:00Z", subject: "Ä \u202E");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_of_messages_is_read_or_refused_as_one_that_breaks_off() =>
        Changed(Messages).Sample(bytes => ReadOrRefused(() => new MessagePageReader(new SeenNames()).Read(bytes)), iter: 30_000);

    [Fact]
    public void A_page_of_meetings_is_read_or_refused_as_one_that_breaks_off() =>
        Changed(Meetings).Sample(bytes => ReadOrRefused(() => new MeetingPageReader(new SeenNames()).Read(bytes)), iter: 30_000);

    [Theory]
    [InlineData("a.tsv")]
    [InlineData("a.tsv.gz")]
    [InlineData("a.mbox")]
    public void A_mailbox_file_is_read_or_refused_with_a_sentence(string name)
    {
        var whole = name == "a.mbox" ? Mbox + Mbox : Tsv;
        var changed = name == "a.tsv.gz" ? Changed(TemporaryFolder.Gzip(whole)) : Changed(whole);
        var files = 0;
        changed.Sample(
            bytes =>
            {
                var file = _folder.Write($"{Interlocked.Increment(ref files)}{name}", bytes);
                try
                {
                    MailboxFile.Read(file, TsvLines.Owned);
                }
                catch (MailboxFileException refused)
                {
                    Assert.DoesNotContain(refused.Message, char.IsControl);
                    Assert.InRange(refused.Message.Length, 20, 1_000);
                }
                finally
                {
                    File.Delete(file);
                }
            },
            iter: 3_000);
    }

    private static void ReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (JsonException)
        {
            // The reading asks for that page again.
        }
    }

    private static Gen<byte[]> Changed(string text) => Changed(Encoding.UTF8.GetBytes(text));

    /// <summary>One to six changes, each somewhere.</summary>
    private static Gen<byte[]> Changed(byte[] whole) => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1 << 20], Gen.Int[0, 40], Gen.Byte).List[1, 6].Select(changes => changes.Aggregate(whole, (bytes, change) =>
    {
        var (kind, somewhere, length, value) = change;
        var at = somewhere % (bytes.Length + 1);
        var until = Math.Min(bytes.Length, at + length);
        return kind switch
        {
            0 => [.. bytes[..at], value, .. bytes[Math.Min(bytes.Length, at + 1)..]],
            1 => [.. bytes[..at], .. bytes[until..]],
            2 => [.. bytes[..until], .. bytes[at..]],
            3 => [.. bytes[..at], .. Enumerable.Repeat(value, length * 20), .. bytes[at..]],
            4 => [.. bytes[..at], .. "{[\"\0\\\u00FF,:]}\n\t\r"u8[(length % 12)..], .. bytes[at..]],
            _ => somewhere % 4 == 0 ? bytes[..at] : [.. bytes[..at], (byte)"09eE+-.\"\\{}[]nt "[length % 16], .. bytes[Math.Min(bytes.Length, at + 1)..]],
        };
    }));
}
