using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace InboxNetworker.Graph;

/// <summary>
/// A sender's program may cut a subject in the middle of a letter: half a surrogate pair, or bytes that are no UTF-8. Both are well-formed JSON as
/// far as its signs go, and no text. As everywhere else a reader sees U+FFFD in its place.
/// </summary>
internal static class ReadableText
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <returns>The JSON with every text readable; null when nothing had to be replaced. What breaks off still does.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> json)
    {
        if (Utf8.IsValid(json) && json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        var readable = new ArrayBufferWriter<byte>(json.Length + Replacement.Length);
        var replaced = false;
        while (!json.IsEmpty)
        {
            var (length, isText) = Next(json);
            readable.Write(isText ? json[..length] : Replacement);
            replaced |= !isText;
            json = json[length..];
        }

        return replaced ? readable.WrittenSpan.ToArray() : null;
    }

    /// <returns>The length of what stands first, as a letter, an escape or a pair of them, and whether it can be read.</returns>
    private static (int Length, bool IsText) Next(ReadOnlySpan<byte> json)
    {
        if (json[0] != '\\')
        {
            var status = Rune.DecodeFromUtf8(json, out _, out var length);
            return (length, status == OperationStatus.Done);
        }

        if (!IsEscape(json, out var unit))
        {
            return (json.Length > 1 && json[1] < 0x80 ? 2 : 1, true);
        }

        return char.IsHighSurrogate(unit) && IsEscape(json[EscapeLength..], out var second) && char.IsLowSurrogate(second)
            ? (2 * EscapeLength, true)
            : (EscapeLength, !char.IsSurrogate(unit));
    }

    /// <summary>Of the form <c>\u12ab</c>.</summary>
    private static bool IsEscape(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < EscapeLength || !json.StartsWith("\\u"u8) || !Utf8Parser.TryParse(json[2..EscapeLength], out ushort value, out var digits, 'x') || digits != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
