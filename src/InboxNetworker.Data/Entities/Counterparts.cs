using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Data.Entities;

/// <summary>
/// Whom an item was with, in two to four bytes for most: one byte for channel and direction, then the row ids of the addresses as unsigned
/// variable-length integers of seven bits a byte (LEB128).
/// </summary>
public static class Counterparts
{
    private const int DirectionShift = 2, ChannelMask = (1 << DirectionShift) - 1;

    /// <param name="item">All of its interactions have the same channel and direction.</param>
    /// <param name="ids">The row ids of the addresses; 0 or more.</param>
    public static byte[] Of(IReadOnlyList<Interaction> item, IReadOnlyDictionary<EmailAddress, long> ids)
    {
        Span<byte> bytes = stackalloc byte[1 + (9 * Math.Min(item.Count, 64))];
        bytes = item.Count <= 64 ? bytes : new byte[1 + (9 * item.Count)];
        bytes[0] = (byte)((int)item[0].Channel | ((int)item[0].Direction << DirectionShift));
        var length = 1;
        foreach (var interaction in item)
        {
            length = Add(bytes, length, ids[interaction.Counterpart]);
        }

        return bytes[..length].ToArray();
    }

    /// <summary>The same item as if it had not been with these.</summary>
    /// <returns>Empty when it was with nobody else.</returns>
    /// <exception cref="InvalidDataException">Something else wrote into the store.</exception>
    public static byte[] Without(byte[] item, ICollection<long> addresses)
    {
        var left = new byte[item.Length];
        left[0] = item[0];
        var length = 1;
        foreach (var id in Read(item).Addresses.Where(id => !addresses.Contains(id)))
        {
            length = Add(left, length, id);
        }

        return length == 1 ? [] : left[..length];
    }

    /// <exception cref="InvalidDataException">Something else wrote into the store.</exception>
    public static (Channel Channel, Direction Direction, List<long> Addresses) Read(ReadOnlySpan<byte> bytes)
    {
        var addresses = new List<long>(1);
        long id = 0;
        var shift = 0;
        foreach (var part in bytes[1..])
        {
            id |= (long)(part & 0x7f) << shift;
            shift += 7;
            if (part < 0x80)
            {
                addresses.Add(id);
                (id, shift) = (0, 0);
            }
            else if (shift > 56)
            {
                break;
            }
        }

        return shift == 0
            ? ((Channel)(bytes[0] & ChannelMask), (Direction)(bytes[0] >> DirectionShift), addresses)
            : throw new InvalidDataException("Whom a stored item was with cannot be read.");
    }

    /// <returns>The new length.</returns>
    private static int Add(Span<byte> bytes, int length, long address)
    {
        var id = (ulong)address;
        for (; id >= 0x80; id >>= 7)
        {
            bytes[length++] = (byte)(id | 0x80);
        }

        bytes[length++] = (byte)id;
        return length;
    }
}
