namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>A mailbox file that cannot be used at all. The message says what is wrong and what to do, and may be shown as it stands.</summary>
public sealed class MailboxFileException : Exception
{
    public MailboxFileException()
    {
    }

    public MailboxFileException(string message)
        : base(message)
    {
    }

    public MailboxFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
