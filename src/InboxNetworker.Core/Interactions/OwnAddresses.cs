namespace InboxNetworker.Core.Interactions;

/// <summary>All addresses of the mailbox's owner. At least one.</summary>
public sealed class OwnAddresses
{
    private readonly HashSet<EmailAddress> _addresses;

    /// <exception cref="ArgumentException">No address: nothing could be told apart.</exception>
    public OwnAddresses(IEnumerable<EmailAddress> addresses)
    {
        _addresses = [.. addresses];
        if (_addresses.Count == 0)
        {
            throw new ArgumentException("The owner of a mailbox has at least one address.", nameof(addresses));
        }
    }

    public IReadOnlyCollection<EmailAddress> All => _addresses;

    public bool Contains(EmailAddress address) => _addresses.Contains(address);
}
