using System.Globalization;
using MimeKit;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Reads mbox files. Bodies are passed over, never parsed: however deep they are, they cost nothing.</summary>
internal static class MboxFile
{
    public static void Read(FileStream stream, FileContents contents)
    {
        if (stream.Length == 0)
        {
            throw new MailboxFileException($"{contents.FileName} is empty; an mbox file begins with a line 'From '.");
        }

        var recipients = new Dictionary<(string, string), Recipient>();
        var headers = new MboxHeaders(stream);
        long start = 0;
        while (MboxMarkers.Find(stream, start) is { } marker)
        {
            start = headers.Read(marker);
            AddFrom(headers, marker, recipients, contents);
        }

        if (start == 0)
        {
            throw new MailboxFileException($"{contents.FileName} is not an mbox file: no line of it begins with 'From '. Export the mailbox as mbox, or give a .tsv file.");
        }
    }

    private static void AddFrom(MboxHeaders headers, long place, Dictionary<(string, string), Recipient> recipients, FileContents contents)
    {
        if (headers.TooLong)
        {
            contents.AddBad(At(place), $"the message's headers are longer than {MboxHeaders.MaxBytes / 1024} KB");
            return;
        }

        try
        {
            using var message = new MimeParser(headers.Open(), MimeFormat.Mbox).ParseMessage();
            Add(message, place, recipients, contents);
        }
        catch (FormatException broken)
        {
            contents.AddBad(At(place), $"the message cannot be parsed ({broken.Message})");
        }
    }

    private static void Add(MimeMessage message, long place, Dictionary<(string, string), Recipient> recipients, FileContents contents)
    {
        if (!MailDates.CanBe(message.Date))
        {
            contents.AddBad(At(place), message.Headers.Contains(HeaderId.Date) ? "the message has a Date that is no date" : "the message has no Date");
            return;
        }

        var from = Recipients(message.From, recipients);
        var to = Recipients(message.To, recipients);
        var cc = Recipients(message.Cc, recipients);
        var bcc = Recipients(message.Bcc, recipients);
        if (from.Count == 0 && to.Count + cc.Count + bcc.Count == 0)
        {
            contents.AddBad(At(place), "the message has neither a sender nor a recipient");
            return;
        }

        var sender = message.Sender is { } s ? Recipient(s, recipients) : null;
        contents.Messages.Add(new FileMessage(
            message.MessageId is { } id ? $"<{id}>" : "",
            message.Date.ToUniversalTime(),
            from.FirstOrDefault(),
            sender,
            to,
            cc,
            bcc,
            message.Subject ?? "",
            Folder(message),
            message.References.FirstOrDefault() ?? message.InReplyTo ?? message.MessageId));
    }

    private static string Folder(MimeMessage message)
    {
        if (message.Headers["X-Folder"] is { Length: > 0 } folder)
        {
            return folder.Trim();
        }

        var labels = (message.Headers["X-Gmail-Labels"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] deciding = ["Trash", "Spam", "Drafts", "Sent", "Inbox"];
        return deciding.FirstOrDefault(d => labels.Contains(d, StringComparer.OrdinalIgnoreCase)) ?? "";
    }

    private static List<Recipient> Recipients(InternetAddressList list, Dictionary<(string, string), Recipient> known) =>
        [.. list.Mailboxes.Where(m => m.Address.Length > 0).Select(m => Recipient(m, known))];

    private static Recipient Recipient(MailboxAddress mailbox, Dictionary<(string, string), Recipient> known)
    {
        var name = string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address : mailbox.Name.Trim();
        if (!known.TryGetValue((name, mailbox.Address), out var recipient))
        {
            known.Add((name, mailbox.Address), recipient = new Recipient(name, mailbox.Address));
        }

        return recipient;
    }

    private static string At(long place) => "byte " + place.ToString(CultureInfo.InvariantCulture);
}
