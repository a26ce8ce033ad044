using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>Somebody the owner has been in touch with.</summary>
/// <param name="Addresses">The one used last comes first; never empty.</param>
public sealed record Person(
    long Id,
    string Name,
    IReadOnlyList<EmailAddress> Addresses,
    string? Department = null,
    string? Company = null,
    string? JobTitle = null)
{
    public EmailAddress Address => Addresses[0];

    /// <summary>How a sentence about this person names them: the given name, or the whole name where none can be told.</summary>
    public string ShortName => DisplayName.GivenName(Name) ?? Name;
}
