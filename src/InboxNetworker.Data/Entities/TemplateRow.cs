using InboxNetworker.Core.Drafts;

namespace InboxNetworker.Data.Entities;

/// <summary>A template as the owner changed it; no row is the same as the one the product came with.</summary>
public sealed class TemplateRow
{
    public long MailboxId { get; set; }

    public Intent Intent { get; set; }

    /// <summary>As in <c>en</c>.</summary>
    public required string Language { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }
}
