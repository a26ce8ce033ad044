using InboxNetworker.Core.Alerts;

namespace InboxNetworker.Data.Entities;

/// <summary>An alert that was raised, with the words it is told in. Kept when it is over, so that nobody is told of its cause again.</summary>
public sealed class AlertRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    public AlertKind Kind { get; set; }

    /// <summary><see cref="Sign.Anchor"/>.</summary>
    public DateTimeOffset Anchor { get; set; }

    /// <summary>The person's, when it was raised; whoever has it later is who it is about.</summary>
    public required string Address { get; set; }

    /// <summary>The person's whole name.</summary>
    public required string Name { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>Separated by line feeds; empty for none.</summary>
    public required string Brief { get; set; }

    /// <summary><see cref="Sign.Importance"/>.</summary>
    public double Importance { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>Midnight UTC of the day it is for.</summary>
    public DateTimeOffset DueOn { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    /// <summary>When the owner saw it in the pane; null while it counts for the badge.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When the owner put it away.</summary>
    public DateTimeOffset? DismissedAt { get; set; }

    /// <summary>When the owner did something about it, or the two were in touch.</summary>
    public DateTimeOffset? ActedAt { get; set; }
}

/// <summary>Something that is to be delivered once. Written with what it tells of in one transaction, and kept when it is delivered.</summary>
public sealed class OutboxRow
{
    public long MailboxId { get; set; }

    /// <summary>What it is, for us and for the service, as <c>todo-17</c>; unique within the mailbox.</summary>
    public required string Key { get; set; }

    public DeliveryChannel Channel { get; set; }

    /// <summary>The ids of the alerts in it, separated by spaces.</summary>
    public required string Alerts { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before then.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>When it was last about to be handed over; null when it never was. Written before it is: whether it arrived has then to be asked.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    /// <summary>What went wrong last and what to do; null for nothing.</summary>
    public string? Problem { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When it had become pointless: the alert was over, or the channel turned off.</summary>
    public DateTimeOffset? DroppedAt { get; set; }
}

public enum DeliveryChannel
{
    /// <summary>A task in Microsoft To Do.</summary>
    ToDo,

    /// <summary>The digest, a mail to oneself.</summary>
    Digest,
}

/// <summary>What the owner wants of alerts; no row is the same as nothing.</summary>
public sealed class AlertSettingsRow
{
    public long MailboxId { get; set; }

    /// <summary>0 to <see cref="AlertNumbers.MaxPerWeek"/>.</summary>
    public int PerWeek { get; set; }

    public bool Pane { get; set; }

    public bool InfoBar { get; set; }

    public bool ToDo { get; set; }

    /// <summary>The digest comes every so many weeks; null when it does not.</summary>
    public int? DigestEveryWeeks { get; set; }

    /// <summary>When the last digest was made, or the digest turned on.</summary>
    public DateTimeOffset? DigestAt { get; set; }

    /// <summary>The secret in the address of the calendar feed; null when there is none.</summary>
    public string? FeedSecret { get; set; }

    /// <summary>Of what is told unasked: the one in which the owner last said all this, as in <c>en</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>With it the links in a mail are signed; another one makes all of them void.</summary>
    public required byte[] LinkKey { get; set; }

    /// <summary>As <c>1,2,3,4,5</c>, Sunday being 0; null when the mailbox did not say.</summary>
    public string? WorkDays { get; set; }

    /// <summary>Minutes after midnight.</summary>
    public int WorkFrom { get; set; }

    /// <summary>Minutes after midnight.</summary>
    public int WorkTo { get; set; }

    /// <summary>As the mailbox names it.</summary>
    public string? WorkZone { get; set; }

    /// <summary>When the mailbox was last asked for them.</summary>
    public DateTimeOffset? WorkAskedAt { get; set; }
}
