using System.Globalization;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Reads tab-separated mailbox files: a header line, then a message a line, several addresses separated by <c>;</c>.</summary>
internal static class TsvFile
{
    private static readonly string[] Columns = ["message_id", "date_utc_iso", "from", "to", "cc", "bcc", "subject", "folder"];

    /// <summary>Of columns that are not used; a file of garbage has thousands.</summary>
    private const int MostNamed = 5;

    public static void Read(ReadBytes bytes, FileContents contents)
    {
        var lines = new LineReader(bytes);
        var header = lines.Next();
        if (header is null)
        {
            throw new MailboxFileException(
                lines.BrokeOff
                    ? $"{contents.FileName} is damaged or cut off at its very beginning; fetch the file again."
                    : $"{contents.FileName} is empty; a mailbox file begins with the line '{string.Join("<TAB>", Columns)}'.");
        }

        var places = ReadHeader(header, lines, contents);
        var columnCount = header.Count(c => c == '\t') + 1;
        var recipients = new Dictionary<string, Recipient>(StringComparer.Ordinal);
        while (lines.Next() is { } line)
        {
            var place = lines.Number.ToString(CultureInfo.InvariantCulture);
            if (lines.BrokeOff)
            {
                contents.AddBad(place, "the line is cut off");
            }
            else if (lines.TooLong)
            {
                contents.AddBad(place, $"the line is longer than {LineReader.MaxLineBytes / 1024} KB");
            }
            else if (line.Length > 0)
            {
                ReadMessage(line, place, places, columnCount, recipients, contents);
            }
        }

        if (lines.BrokeOff)
        {
            contents.Remarks.Add($"{contents.FileName} is damaged or cut off at line {lines.Number}; what stands before is used. Fetch the file again to have all of it.");
        }
    }

    private static int[] ReadHeader(string header, LineReader lines, FileContents contents)
    {
        var names = header.Split('\t').Select(n => n.Trim().ToLowerInvariant()).ToList();
        var places = Columns.Select(c => names.IndexOf(c)).ToArray();
        var missing = Columns.Where((c, i) => places[i] < 0 && c is not ("cc" or "bcc")).ToList();
        if (missing.Count > 0 || lines.TooLong)
        {
            throw new MailboxFileException(
                $"{contents.FileName}:1 is not the header of a mailbox file: it lacks {string.Join(", ", missing.Count > 0 ? missing : Columns)}. " +
                $"The first line has to name the columns {string.Join(", ", Columns)}, separated by tabs.");
        }

        var unknown = names.Where(n => !Columns.Contains(n)).Select(Printable).ToList();
        if (unknown.Count > 0)
        {
            contents.Remarks.Add($"{contents.FileName}:1 names columns that are not used: {string.Join(", ", unknown.Take(MostNamed))}{(unknown.Count > MostNamed ? " …" : "")}.");
        }

        return places;
    }

    private static void ReadMessage(string line, string place, int[] places, int columnCount, Dictionary<string, Recipient> recipients, FileContents contents)
    {
        var fields = line.Split('\t');
        if (fields.Length != columnCount)
        {
            contents.AddBad(place, $"the line has {fields.Length} columns, not {columnCount}");
            return;
        }

        string Field(int column) => places[column] < 0 ? "" : fields[places[column]].Trim();

        var date = Field(1);
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var sent)
            || !MailDates.CanBe(sent))
        {
            contents.AddBad(place, $"'{Printable(date)}' is not a date such as 2001-05-31T14:05:00Z");
            return;
        }

        var from = ReadAddresses(Field(2), recipients);
        var to = ReadAddresses(Field(3), recipients);
        var cc = ReadAddresses(Field(4), recipients);
        var bcc = ReadAddresses(Field(5), recipients);
        if (from.Count == 0 && to.Count + cc.Count + bcc.Count == 0)
        {
            contents.AddBad(place, "the message has neither a sender nor a recipient");
            return;
        }

        contents.Messages.Add(new FileMessage(Field(0), sent, from.FirstOrDefault(), null, to, cc, bcc, Field(6), Field(7)));
    }

    private static List<Recipient> ReadAddresses(string field, Dictionary<string, Recipient> known)
    {
        if (field.Length == 0)
        {
            return [];
        }

        var list = new List<Recipient>();
        foreach (var address in field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!known.TryGetValue(address, out var recipient))
            {
                known.Add(address, recipient = new Recipient(address, address));
            }

            list.Add(recipient);
        }

        return list;
    }

    /// <summary>Text from a file that may be anything: short, and without control characters.</summary>
    private static string Printable(string text)
    {
        var shown = new string([.. text.Take(40).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
        return text.Length > 40 ? shown + "…" : shown;
    }
}
