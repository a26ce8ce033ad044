namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>How a mailbox file is to be read.</summary>
/// <param name="Now">The present time; nothing shown lies after it.</param>
public sealed record MailboxFileOptions(DateTimeOffset Now)
{
    /// <summary>The owner's addresses, the primary one first. Empty: taken from <c>owners.tsv</c> beside the file.</summary>
    public IReadOnlyList<string> OwnerAddresses { get; init; } = [];

    /// <summary>The mailbox is shown as it stood at the end of this day (UTC). Null: the day of its last plausible message.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Reads addresses separated by <c>;</c>, as given on a command line.</summary>
    /// <exception cref="MailboxFileException">One of them is no address.</exception>
    public static IReadOnlyList<string> ParseOwner(string addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var list = addresses.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (list.FirstOrDefault(a => a.IndexOf('@', StringComparison.Ordinal) < 1 || a.EndsWith('@') || a.Any(char.IsWhiteSpace)) is { } wrong)
        {
            throw new MailboxFileException($"'{wrong}' is not a mail address; give the owner's addresses as 'a@x.example;b@x.example'.");
        }

        return list;
    }
}
