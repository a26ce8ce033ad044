using InboxNetworker.Core.People;

namespace InboxNetworker.Data.Entities;

/// <summary>An address of which nothing is kept and nothing is read.</summary>
public sealed class ForgottenRow
{
    public long MailboxId { get; set; }

    /// <summary><see cref="ForgottenAddresses.HashOf"/> with the mailbox's salt.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>Something that was done with the owner's data, for the owner to see. It names nobody.</summary>
public sealed class AuditRow
{
    /// <summary>Grows with time.</summary>
    public long Id { get; set; }

    public long MailboxId { get; set; }

    /// <summary>Of the last time, where it stands for several.</summary>
    public DateTimeOffset At { get; set; }

    public AuditEvent What { get; set; }

    /// <summary>How many of what it was done with, as messages and meetings read for the first time; 0 where there is nothing to count.</summary>
    public int Count { get; set; }

    /// <summary>1; for readings, how many went through: those of a day between which nothing else was done are one row.</summary>
    public int Times { get; set; }
}

/// <summary>The numbers stand in the store.</summary>
public enum AuditEvent
{
    /// <summary>Messages and meetings were read for the first time.</summary>
    Reading = 0,

    AlertDecided = 1,

    /// <summary>A draft was put into the mailbox.</summary>
    DraftSaved = 2,

    DigestSent = 3,

    TaskMade = 4,

    Export = 5,

    /// <summary>People were forgotten.</summary>
    Forget = 6,

    /// <summary>Addresses may be read again.</summary>
    Remember = 7,

    /// <summary>Single messages and meetings were dropped because of their age.</summary>
    Dropped = 8,

    SignIn = 9,

    /// <summary>What may be read was changed.</summary>
    Permission = 10,
}

/// <summary>A sign-in of a mailbox's owner, with which the mailbox is read while they are away. Organisation mode with delegated access only.</summary>
public sealed class SignInRow
{
    public long MailboxId { get; set; }

    /// <summary>The directory the owner signed in at, a guid.</summary>
    public required string TenantId { get; set; }

    /// <summary>The library's token cache for this one user, encrypted with the program's keys.</summary>
    public required byte[] Tokens { get; set; }

    public DateTimeOffset At { get; set; }
}
