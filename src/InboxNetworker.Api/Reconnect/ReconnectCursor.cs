using System.Buffers.Binary;
using System.Buffers.Text;

namespace InboxNetworker.Api.Reconnect;

/// <summary>Where a page of the list ended: the moment it was judged at, and the last item's tie and contact.</summary>
internal readonly record struct ReconnectCursor(DateTimeOffset AsOf, double Tie, long ContactId)
{
    private const int Length = 24;

    public static bool TryParse(string text, out ReconnectCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length > 64 || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length)
        {
            return false;
        }

        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var tie = BinaryPrimitives.ReadDoubleBigEndian(bytes[8..]);
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || !double.IsFinite(tie))
        {
            return false;
        }

        cursor = new ReconnectCursor(DateTimeOffset.FromUnixTimeSeconds(seconds), tie, BinaryPrimitives.ReadInt64BigEndian(bytes[16..]));
        return true;
    }

    /// <summary>This item comes after the cursor in the order of the list: falling tie, then rising id.</summary>
    public bool IsBefore(double tie, long contactId) => tie < Tie || (tie.Equals(Tie) && contactId > ContactId);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, AsOf.ToUnixTimeSeconds());
        BinaryPrimitives.WriteDoubleBigEndian(bytes[8..], Tie);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], ContactId);
        return Base64Url.EncodeToString(bytes);
    }
}
