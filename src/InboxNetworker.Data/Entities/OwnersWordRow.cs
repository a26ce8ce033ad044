using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Data.Entities;

/// <summary>The owner's word on the person behind an address. It outlives every reading, and whoever the address is taken to belong to.</summary>
public sealed class OwnersWordRow
{
    public long MailboxId { get; set; }

    /// <summary>As <see cref="AddressRow.Value"/>.</summary>
    public required string Address { get; set; }

    /// <summary>When the preferences were last said; null when they never were.</summary>
    public DateTimeOffset? SaidAt { get; set; }

    /// <summary><see cref="Snooze.SetAt"/>; null with no snooze.</summary>
    public DateTimeOffset? SnoozedAt { get; set; }

    /// <summary><see cref="Snooze.Until"/>; null with no snooze.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    public bool Resting { get; set; }

    public bool Pinned { get; set; }

    public int? EveryWeeks { get; set; }

    /// <summary>Separated by line feeds; empty for none.</summary>
    public required string Tags { get; set; }

    public string? Note { get; set; }

    /// <summary>When a draft to the person was last saved.</summary>
    public DateTimeOffset? DraftedAt { get; set; }

    /// <summary>When a suggestion of the person was last dismissed.</summary>
    public DateTimeOffset? DismissedAt { get; set; }
}
