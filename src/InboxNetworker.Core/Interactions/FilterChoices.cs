using System.Diagnostics.CodeAnalysis;

namespace InboxNetworker.Core.Interactions;

/// <summary>One address, or a whole domain as <c>@example.com</c>; lower case.</summary>
public sealed record FilterPattern
{
    private FilterPattern(string value) => Value = value;

    public string Value { get; }

    public bool Covers(EmailAddress address) => Value == address.Value || Value == "@" + address.Domain;

    /// <summary>Takes <c>ana@example.com</c>, <c>@example.com</c> and <c>example.com</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FilterPattern? pattern)
    {
        pattern = null;
        var trimmed = text?.Trim() ?? string.Empty;
        var domain = trimmed.StartsWith('@') ? trimmed[1..] : trimmed.Contains('@', StringComparison.Ordinal) ? null : trimmed;
        if (domain is not null)
        {
            pattern = !domain.Contains('@', StringComparison.Ordinal) && EmailAddress.TryParse("a@" + domain, out var any) && any.Domain.Contains('.', StringComparison.Ordinal) ? new FilterPattern("@" + any.Domain) : null;
        }
        else if (EmailAddress.TryParse(trimmed, out var address))
        {
            pattern = new FilterPattern(address.Value);
        }

        return pattern is not null;
    }
}

/// <summary>The owner's word on who is left out: on an address it outweighs that on its domain, and both outweigh every rule.</summary>
/// <param name="choices">By <see cref="FilterPattern.Value"/>: left out, or kept.</param>
public sealed class FilterChoices(IReadOnlyDictionary<string, bool> choices)
{
    public static readonly FilterChoices None = new(new Dictionary<string, bool>());

    /// <returns>Left out or kept; null where the owner has said nothing.</returns>
    public bool? For(EmailAddress address) =>
        choices.TryGetValue(address.Value, out var leftOut) || choices.TryGetValue("@" + address.Domain, out leftOut) ? leftOut : null;

    /// <summary>
    /// The same for somebody with several addresses. A word on one of them is a word on the person, and keeping outweighs leaving out;
    /// a word on a domain is one on the addresses there alone.
    /// </summary>
    /// <returns>Null where no address of theirs was named.</returns>
    public bool? ForPerson(IEnumerable<EmailAddress> addresses)
    {
        var said = addresses.Where(a => choices.ContainsKey(a.Value)).Select(a => choices[a.Value]).ToList();
        return said.Count == 0 ? null : said.TrueForAll(leftOut => leftOut);
    }

    /// <summary>Every choice, for showing.</summary>
    public IReadOnlyDictionary<string, bool> All => choices;
}
