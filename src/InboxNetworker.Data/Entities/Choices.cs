namespace InboxNetworker.Data.Entities;

/// <summary>The owner's word on two addresses. It outlives every reading.</summary>
public sealed class IdentityChoiceRow
{
    public long MailboxId { get; set; }

    /// <summary>The lesser of the two addresses in ordinal order.</summary>
    public required string A { get; set; }

    public required string B { get; set; }

    /// <summary>One person; else never one person.</summary>
    public bool Same { get; set; }
}

/// <summary>The owner's word on whether an address is left out. It outlives every reading.</summary>
public sealed class FilterChoiceRow
{
    public long MailboxId { get; set; }

    /// <summary>An address, or a domain as <c>@example.com</c>; lower case.</summary>
    public required string Pattern { get; set; }

    public bool LeftOut { get; set; }
}
