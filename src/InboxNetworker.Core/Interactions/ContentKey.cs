using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.Core.Interactions;

/// <summary>
/// What makes a message or a meeting the same one, wherever it stands: sender, second, recipients and subject.
/// Neither its folder nor its Graph id counts: copies stand in several folders, some under different message ids.
/// </summary>
/// <param name="Value">
/// The first 48 bits of a SHA-256, from -2⁴⁷ to 2⁴⁷ - 1: what SQLite keeps in six bytes. Keys are compared within a page and with what stands at its
/// moments only. Of a million messages in pages of three thousand, two different ones are taken for one with a probability of 5·10⁻⁶.
/// </param>
public readonly record struct ContentKey(long Value)
{
    private const byte Separator = 0x1f;

    /// <param name="kind">Keeps a mail and a meeting apart that are alike in everything else.</param>
    /// <param name="at">Compared by the second.</param>
    /// <param name="others">In any order; repeats do not count.</param>
    public static ContentKey Of(Channel kind, EmailAddress from, DateTimeOffset at, IReadOnlyCollection<EmailAddress> others, string? subject)
    {
        var trimmed = subject.AsSpan().Trim();
        var inOrder = InOrder(others);
        var length = from.Value.Length + trimmed.Length;
        foreach (var other in inOrder)
        {
            length += other.Value.Length + 1;
        }

        var most = 64 + Encoding.UTF8.GetMaxByteCount(length);
        var rented = most > 1024 ? ArrayPool<byte>.Shared.Rent(most) : null;
        var text = new Utf8Text(rented ?? stackalloc byte[1024]);
        text.Add((long)kind);
        text.Add(Separator);
        text.Add(from.Value);
        text.Add(Separator);
        text.Add(at.ToUnixTimeSeconds());
        text.Add(Separator);
        EmailAddress? before = null;
        foreach (var other in inOrder)
        {
            if (other != before)
            {
                text.Add(other.Value);
                text.Add((byte)';');
                before = other;
            }
        }

        text.Add(Separator);
        text.Add(trimmed);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.Written, hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return new ContentKey(BinaryPrimitives.ReadInt64BigEndian(hash) >> 16);
    }

    private static EmailAddress[] InOrder(IReadOnlyCollection<EmailAddress> others)
    {
        EmailAddress[] inOrder = [.. others];
        if (inOrder.Length > 1)
        {
            Array.Sort(inOrder, (a, b) => string.CompareOrdinal(a.Value, b.Value));
        }

        return inOrder;
    }

    private ref struct Utf8Text(Span<byte> into)
    {
        private readonly Span<byte> _into = into;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _into[.._length];

        public void Add(byte one) => _into[_length++] = one;

        public void Add(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, _into[_length..]);

        public void Add(long number)
        {
            number.TryFormat(_into[_length..], out var written, default, CultureInfo.InvariantCulture);
            _length += written;
        }
    }
}
