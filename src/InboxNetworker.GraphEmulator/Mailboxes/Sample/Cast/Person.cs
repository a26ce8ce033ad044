namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Somebody of the sample: an employee when <paramref name="Department"/> is set, else an outside contact.</summary>
/// <param name="Addresses">The one at the company first.</param>
/// <param name="LeftWeeksAgo">Null while employed; else the account is disabled and nothing comes from the company address since.</param>
/// <param name="CameWeeksAgo">Null when longer ago than the sample reaches.</param>
/// <param name="ShownAs">The name in the person's mail, where it differs: some companies write the surname first.</param>
internal sealed record Person(
    string Name,
    IReadOnlyList<string> Addresses,
    string? Title = null,
    string? Department = null,
    string? Company = null,
    double? LeftWeeksAgo = null,
    double? CameWeeksAgo = null,
    string? ShownAs = null)
{
    private readonly Recipient[] _recipients = [.. Addresses.Select(address => new Recipient(ShownAs ?? Name, address))];

    public string GivenName => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    public bool IsColleague => Department is not null;

    public Recipient At(int address) => _recipients[Math.Min(address, _recipients.Length - 1)];
}
