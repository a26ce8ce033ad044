namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>A message as it stands in a file, before the mailbox is put together.</summary>
/// <param name="MessageId">As in the file; empty where it has none.</param>
/// <param name="FolderName">Empty where the file names no folder.</param>
/// <param name="Thread">What ties it to its conversation, where the file says so: the message id the thread began with.</param>
internal sealed record FileMessage(
    string MessageId,
    DateTimeOffset Sent,
    Recipient? From,
    Recipient? Sender,
    IReadOnlyList<Recipient> To,
    IReadOnlyList<Recipient> Cc,
    IReadOnlyList<Recipient> Bcc,
    string Subject,
    string FolderName,
    string? Thread = null);

/// <summary>What a reader found: the messages in the order of the file, and what it could not use.</summary>
internal sealed class FileContents(string fileName)
{
    private readonly List<BadEntry> _firstBad = [];

    public string FileName { get; } = fileName;

    public List<FileMessage> Messages { get; } = [];

    public List<string> Remarks { get; } = [];

    public int Bad { get; private set; }

    public IReadOnlyList<BadEntry> FirstBad => _firstBad;

    public void AddBad(string place, string reason)
    {
        Bad++;
        if (_firstBad.Count < ReadReport.DetailLimit)
        {
            _firstBad.Add(new BadEntry($"{FileName}:{place}", reason));
        }
    }
}
