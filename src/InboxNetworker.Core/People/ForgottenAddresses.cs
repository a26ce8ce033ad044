using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>
/// Addresses of which the owner wants nothing kept. They are known by salted hashes alone: which ones they are can be asked one by one by whoever
/// has the store, and cannot be listed. Each address is hashed once for each instance.
/// </summary>
public sealed class ForgottenAddresses
{
    /// <summary>In bytes; as long as the hash.</summary>
    public const int SaltLength = 32;

    private readonly byte[] _salt;
    private readonly HashSet<UInt128> _hashes;
    private readonly Dictionary<EmailAddress, long?> _asked = [];

    /// <param name="salt">Random, of <see cref="SaltLength"/>; the mailbox's own.</param>
    /// <param name="hashes">Of <see cref="HashOf"/>.</param>
    public ForgottenAddresses(byte[] salt, IEnumerable<byte[]> hashes)
    {
        _salt = salt;
        _hashes = [.. hashes.Select(hash => BinaryPrimitives.ReadUInt128BigEndian(hash))];
    }

    /// <summary>HMAC-SHA-256, 32 bytes.</summary>
    public static byte[] HashOf(byte[] salt, EmailAddress address) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(address.Value));

    /// <summary>
    /// What leaving out this address makes of the key of a content that stands for others as well: it becomes another content, so that the whole
    /// one is counted anew when the address is remembered. Of the range of <see cref="ContentKey.Value"/>.
    /// </summary>
    public static long MarkOf(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash.AsSpan(16)) >> 16;

    public bool Holds(EmailAddress address) => MarkIfHeld(address) is not null;

    /// <returns>What is left to count of what was counted in one item; the same list where nobody of them is forgotten, an empty one where everybody is.</returns>
    public IReadOnlyList<Interaction> Without(IReadOnlyList<Interaction> item)
    {
        long? mark = null;
        foreach (var interaction in item)
        {
            if (MarkIfHeld(interaction.Counterpart) is { } held)
            {
                mark = (mark ?? 0) ^ held;
            }
        }

        return mark is { } all
            ? [.. item.Where(i => !Holds(i.Counterpart)).Select(i => i with { Source = new ContentKey(i.Source.Value ^ all) })]
            : item;
    }

    private long? MarkIfHeld(EmailAddress address)
    {
        if (!_asked.TryGetValue(address, out var mark))
        {
            var hash = HashOf(_salt, address);
            _asked[address] = mark = _hashes.Contains(BinaryPrimitives.ReadUInt128BigEndian(hash)) ? MarkOf(hash) : null;
        }

        return mark;
    }
}
