namespace InboxNetworker.Core.Interactions;

/// <summary>All addresses of the mailbox's owner. At least one.</summary>
public sealed class OwnAddresses
{
    private readonly HashSet<EmailAddress> _addresses;

    /// <exception cref="ArgumentException">No address: nothing could be told apart.</exception>
    public OwnAddresses(IEnumerable<EmailAddress> addresses)
    {
        var given = addresses.ToList();
        if (given.Count == 0)
        {
            throw new ArgumentException("The owner of a mailbox has at least one address.", nameof(addresses));
        }

        Primary = given[0];
        _addresses = [.. given];
    }

    /// <summary>The one given first.</summary>
    public EmailAddress Primary { get; }

    public IReadOnlyCollection<EmailAddress> All => _addresses;

    public bool Contains(EmailAddress address) => _addresses.Contains(address);
}
