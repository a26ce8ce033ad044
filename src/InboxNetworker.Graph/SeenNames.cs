using System.Text.Json;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Graph;

/// <summary>
/// The addresses and names that pages have told so far, found by the bytes they were told in: the same few hundred people write nearly all of a
/// mailbox, and each is made into text once. For one reader at a time.
/// </summary>
internal sealed class SeenNames
{
    /// <summary>Some megabytes; a mailbox of more people begins anew.</summary>
    private const int AtMost = 20_000;

    private readonly Dictionary<byte[], Seen> _seen = new(new Bytes());
    private readonly Dictionary<byte[], Seen>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public SeenNames() => _byBytes = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whom an <c>emailAddress</c> names.</summary>
    /// <param name="json">Before its value; left at its end.</param>
    /// <returns>Null where there is no readable address.</returns>
    public Participant? Read(ref Utf8JsonReader json)
    {
        if (!json.Given(JsonTokenType.StartObject))
        {
            return null;
        }

        Utf8JsonReader name = default, address = default;
        while (json.NextProperty())
        {
            if (json.ValueTextEquals("name"u8))
            {
                name = json.Given(JsonTokenType.String) ? json : default;
            }
            else if (json.ValueTextEquals("address"u8))
            {
                address = json.Given(JsonTokenType.String) ? json : default;
            }
            else
            {
                json.Skip();
            }
        }

        return address.TokenType == JsonTokenType.String ? Of(ref address, ref name) : null;
    }

    /// <summary>Whom a recipient, an object with an <c>emailAddress</c>, names.</summary>
    /// <param name="json">At its beginning; left at its end.</param>
    /// <returns>Null where there is no readable address.</returns>
    public Participant? ReadRecipient(ref Utf8JsonReader json)
    {
        Participant? found = null;
        while (json.NextProperty())
        {
            if (json.ValueTextEquals("emailAddress"u8))
            {
                found = Read(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return found;
    }

    /// <param name="address">At a text.</param>
    /// <param name="name">At a text, or nowhere.</param>
    /// <returns>Null for an address that cannot be read.</returns>
    private Participant? Of(ref Utf8JsonReader address, ref Utf8JsonReader name)
    {
        if (!_byBytes.TryGetValue(address.ValueSpan, out var seen))
        {
            if (_seen.Count == AtMost)
            {
                _seen.Clear();
            }

            seen = new Seen(EmailAddress.TryParse(address.GetString(), out var read) ? read : null);
            _seen.Add(address.ValueSpan.ToArray(), seen);
        }

        return seen.Address is null ? null : new Participant(seen.Address, name.TokenType == JsonTokenType.String ? seen.NameOf(ref name) : null);
    }

    private sealed class Seen(EmailAddress? address)
    {
        private byte[] _bytes = [];
        private string? _name;

        public EmailAddress? Address { get; } = address;

        public string? NameOf(ref Utf8JsonReader name)
        {
            if (_name is null || !name.ValueSpan.SequenceEqual(_bytes))
            {
                (_bytes, _name) = (name.ValueSpan.ToArray(), name.GetString());
            }

            return _name;
        }
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
