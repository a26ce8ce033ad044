using System.Buffers.Binary;
using System.Buffers.Text;

namespace InboxNetworker.Api.Wire;

/// <summary>
/// Where a page of the list ended: the moment it was judged at, an item by which it goes on, with its rank and its contact, and how many of
/// those behind that item came before the end.
/// </summary>
internal readonly record struct ListCursor(DateTimeOffset AsOf, double Rank, long ContactId, int Offset = 0)
{
    private const int Length = 28, MostOffset = 10_000;

    public static bool TryParse(string text, out ListCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];

        // The decoder throws at what is not of its alphabet.
        if (text.Length > 64 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length)
        {
            return false;
        }

        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var rank = BinaryPrimitives.ReadDoubleBigEndian(bytes[8..]);
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || !double.IsFinite(rank) || BinaryPrimitives.ReadInt32BigEndian(bytes[24..]) is < 0 or > MostOffset)
        {
            return false;
        }

        cursor = new ListCursor(DateTimeOffset.FromUnixTimeSeconds(seconds), rank, BinaryPrimitives.ReadInt64BigEndian(bytes[16..24]), BinaryPrimitives.ReadInt32BigEndian(bytes[24..]));
        return true;
    }

    /// <summary>This item comes after the cursor in the order of the list: falling rank, then rising id.</summary>
    public bool IsBefore(double rank, long contactId) => rank < Rank || (rank.Equals(Rank) && contactId > ContactId);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, AsOf.ToUnixTimeSeconds());
        BinaryPrimitives.WriteDoubleBigEndian(bytes[8..], Rank);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], ContactId);
        BinaryPrimitives.WriteInt32BigEndian(bytes[24..], Offset);
        return Base64Url.EncodeToString(bytes);
    }
}
