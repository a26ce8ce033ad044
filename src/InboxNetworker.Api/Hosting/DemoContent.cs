using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.Api.Hosting;

/// <summary>What the demo shows: the sample mailbox, or a file.</summary>
internal static class DemoContent
{
    /// <returns>The mailbox, and what the reading of a file came to, a line each.</returns>
    /// <exception cref="StartException">The file cannot be used, or the options do not fit together.</exception>
    public static (MailboxContent Content, IReadOnlyList<string> Report) Open(DemoSettings demo, DateTimeOffset now)
    {
        var asOf = AsOf(demo.AsOf);
        if (demo.Mailbox is not { } file)
        {
            return demo.Owner is null && asOf is null
                ? (SampleMailbox.Create(now), [])
                : throw new StartException("--owner and --as-of say how to read a mailbox file: give it with --mailbox FILE.");
        }

        try
        {
            var read = MailboxFile.Read(file, new MailboxFileOptions(now) { OwnerAddresses = MailboxFileOptions.ParseOwner(demo.Owner ?? string.Empty), AsOf = asOf });
            return (read.Content, read.Report.Sentences());
        }
        catch (MailboxFileException failure)
        {
            throw new StartException($"--mailbox {file}: {failure.Message}");
        }
    }

    private static DateOnly? AsOf(string? day)
    {
        if (day is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? parsed
            : throw new StartException($"--as-of {day}: it takes a day as 2001-06-01.");
    }
}
