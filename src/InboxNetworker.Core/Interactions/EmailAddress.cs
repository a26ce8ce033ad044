using System.Diagnostics.CodeAnalysis;

namespace InboxNetworker.Core.Interactions;

/// <summary>
/// A mail address in the one form the product compares: lower case, without quotes or angle brackets.
/// At most 320 characters, one part on each side of the last <c>@</c>, no white space or control characters.
/// </summary>
/// <remarks>
/// Real mailboxes hold <c>'someone'@enron.com</c>, <c>&lt;a@b&gt;</c> and <c>john.lavorato/corp/enron@enron.com</c>; all three are read.
/// Exchange's <c>/O=…/CN=…</c> names have no <c>@</c> and are refused.
/// </remarks>
public sealed record EmailAddress
{
    private const int MaxLength = 320; // RFC 3696, erratum 1690: 64 + @ + 255
    private static readonly char[] Wrapping = ['<', '>', '"', '\'', ' ', '\t', '.', ',', ';'];

    // Looked up many times for each message.
    private readonly int _hash;

    private EmailAddress(string value, int at)
    {
        Value = value;
        At = at;
        _hash = value.GetHashCode(StringComparison.Ordinal);
    }

    public string Value { get; }

    public string LocalPart => Value[..At];

    public string Domain => Value[(At + 1)..];

    private int At { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (text is null || text.Length > MaxLength + 8)
        {
            return false;
        }

        var at = text.LastIndexOf('@');
        if (at < 0)
        {
            return false;
        }

        // A leading dot belongs to some real local parts (`.palmer@…`), so only quotes and brackets are stripped there.
        var local = text.AsSpan(0, at).Trim("<>\"' \t");
        var domain = text.AsSpan(at + 1).Trim(Wrapping);
        if (local.IsEmpty || domain.IsEmpty || local.Length + domain.Length + 1 > MaxLength || HasForbidden(local) || HasForbidden(domain))
        {
            return false;
        }

        var value = string.Concat(local, "@", domain).ToLowerInvariant();
        address = new EmailAddress(value, local.Length);
        return true;
    }

    public bool Equals(EmailAddress? other) => other is not null && _hash == other._hash && string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override int GetHashCode() => _hash;

    public override string ToString() => Value;

    private static bool HasForbidden(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';')
            {
                return true;
            }
        }

        return false;
    }
}
