using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Control;

/// <summary>Holds what a hand wants to put into the mailbox to what can be served; JSON leaves out what a type would demand.</summary>
internal static class ControlInput
{
    /// <summary>A missing name becomes the address itself, as the service does.</summary>
    /// <exception cref="ArgumentException">There is no address.</exception>
    public static Recipient Checked(Recipient? recipient) =>
        string.IsNullOrWhiteSpace(recipient?.Address)
            ? throw new ArgumentException("Everybody in a message needs an address, as in {\"name\":\"Ana\",\"address\":\"ana@there.example\"}.")
            : string.IsNullOrWhiteSpace(recipient.Name) ? recipient with { Name = recipient.Address } : recipient;

    public static IReadOnlyList<Recipient> Checked(IReadOnlyList<Recipient>? recipients) => [.. (recipients ?? []).Select(r => Checked(r))];

    /// <exception cref="ArgumentException">One is empty.</exception>
    public static IReadOnlyList<string> Categories(IReadOnlyList<string> categories) =>
        categories.Any(string.IsNullOrWhiteSpace) ? throw new ArgumentException("A category needs a name.") : [.. categories];

    /// <exception cref="ArgumentException">It is empty.</exception>
    public static string FolderName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A folder needs a name, as in {\"name\":\"Projects\"}.") : name;
}
