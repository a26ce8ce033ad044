namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>A mailbox read from a file, and what the reading came to.</summary>
public sealed record MailboxFileResult(MailboxContent Content, ReadReport Report);

/// <summary>Reads mailbox files: <c>.tsv</c>, <c>.tsv.gz</c> and <c>.mbox</c>.</summary>
public static class MailboxFile
{
    private static readonly string[] Endings = [".tsv.gz", ".tsv", ".mbox"];

    /// <exception cref="MailboxFileException">The file cannot be used at all, or whose mailbox it is stays unknown.</exception>
    public static MailboxFileResult Read(string path, MailboxFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        if (options.AsOf is { } asOf && asOf > DateOnly.FromDateTime(options.Now.UtcDateTime))
        {
            throw new MailboxFileException($"The as-of day {asOf:yyyy-MM-dd} lies in the future; give a day up to today.");
        }

        var contents = ReadContents(path);
        if (contents.Messages.Count == 0)
        {
            var first = contents.FirstBad.Count > 0 ? $" The first of {contents.Bad} bad entries: {contents.FirstBad[0].Place}: {contents.FirstBad[0].Reason}." : "";
            throw new MailboxFileException($"{contents.FileName} holds no message that can be read.{first} {string.Join(' ', contents.Remarks)}".TrimEnd());
        }

        var owner = OwnerLookup.Find(path, WithoutEnding(path), options.OwnerAddresses, contents);
        var shown = AsOfDay.Apply(contents, options);
        var report = new ReadReport
        {
            Good = contents.Messages.Count,
            Bad = contents.Bad,
            FirstBad = contents.FirstBad,
            Remarks = contents.Remarks,
            AsOf = shown.Day,
            NotShown = contents.Messages.Count - shown.Messages.Count,
            WeeksShifted = shown.Weeks,
        };
        return new MailboxFileResult(MailboxAssembly.Build(owner, shown.Messages), report);
    }

    private static string WithoutEnding(string path)
    {
        var name = Path.GetFileName(path);
        var ending = Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ?? throw new MailboxFileException($"{name} is no kind of mailbox file known here; give a .tsv, .tsv.gz or .mbox file.");
        return name[..^ending.Length];
    }

    private static FileContents ReadContents(string path)
    {
        _ = WithoutEnding(path);
        var contents = new FileContents(Path.GetFileName(path));
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (path.EndsWith(".mbox", StringComparison.OrdinalIgnoreCase))
            {
                MboxFile.Read(file, contents);
            }
            else if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                RefuseUncompressed(file, contents);
                using var unzipped = new GzipBytes(file);
                TsvFile.Read(unzipped.Read, contents);
            }
            else
            {
                TsvFile.Read(file.Read, contents);
            }
        }
        catch (Exception failed) when (failed is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MailboxFileException($"There is no file {Path.GetFullPath(path)}; check the path.", failed);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MailboxFileException($"{Path.GetFullPath(path)} cannot be read ({failed.Message}); check that it is a file you may read.", failed);
        }

        return contents;
    }

    private static void RefuseUncompressed(FileStream file, FileContents contents)
    {
        Span<byte> magic = stackalloc byte[2];
        var length = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        if (length < 2 || magic[0] != 0x1F || magic[1] != 0x8B)
        {
            throw new MailboxFileException($"{contents.FileName} is not compressed with gzip, although its name says so; fetch it again, or name it .tsv if it is plain text.");
        }
    }
}
