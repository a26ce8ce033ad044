using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.Core.Interactions;

/// <summary>
/// What makes a message or a meeting the same one, wherever it stands: sender, second, recipients and subject.
/// Neither its folder nor its Graph id counts: copies stand in several folders, some under different message ids.
/// </summary>
/// <param name="Value">
/// The first 64 bits of a SHA-256. Two different messages among a million share a key with a probability of 3·10⁻⁸.
/// </param>
public readonly record struct ContentKey(long Value)
{
    private const char Separator = '\u001f';

    /// <param name="kind">Keeps a mail and a meeting apart that are alike in everything else.</param>
    /// <param name="at">Compared by the second.</param>
    /// <param name="others">In any order; repeats do not count.</param>
    public static ContentKey Of(Channel kind, EmailAddress from, DateTimeOffset at, IEnumerable<EmailAddress> others, string? subject)
    {
        var text = new StringBuilder(256)
            .Append((byte)kind).Append(Separator)
            .Append(from.Value).Append(Separator)
            .Append(at.ToUnixTimeSeconds()).Append(Separator);
        foreach (var other in others.Select(o => o.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(other).Append(';');
        }

        text.Append(Separator).Append(subject?.Trim());
        return new ContentKey(Hash(text));
    }

    private static long Hash(StringBuilder text)
    {
        var characters = text.ToString();
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(characters, bytes);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, length), hash);
            return BinaryPrimitives.ReadInt64BigEndian(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }
}
