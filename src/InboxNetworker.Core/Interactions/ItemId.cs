using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.Core.Interactions;

/// <summary>Which item of the service something was read from: the first 64 bits of the SHA-256 of its immutable, case-sensitive id.</summary>
/// <remarks>
/// Tells a change of a known item from a new one. It is not what makes a message the same: that is its <see cref="ContentKey"/>.
/// Two of a million items share one with a probability of 3·10⁻⁸.
/// </remarks>
public readonly record struct ItemId(long Value)
{
    public static ItemId Of(string immutableId) => Of(Encoding.UTF8.GetBytes(immutableId));

    /// <param name="immutableId">The id's UTF-8 bytes.</param>
    public static ItemId Of(ReadOnlySpan<byte> immutableId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(immutableId, hash);
        return new ItemId(BinaryPrimitives.ReadInt64BigEndian(hash));
    }
}
