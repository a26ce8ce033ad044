using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>What is stored of a mailbox, as one number that two stores can be compared by.</summary>
public static class DigestQueries
{
    private const char Separator = '\u001f';

    /// <summary>
    /// 32 hexadecimal digits over all interactions and relationships: the sum, modulo 2¹²⁸, of the SHA-256 of each row, with neither row
    /// ids nor contact ids in it. Equal for equal stores, in whatever order they were read; names, topics and who is one person included.
    /// </summary>
    public static async Task<string> DigestAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        var values = addresses.ToDictionary(a => a.Id, a => Encoding.UTF8.GetBytes(a.Value));
        var sum = UInt128.Zero;
        var items = db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId && i.Key != 0).OrderByDescending(i => i.At).ThenBy(i => i.Id);
        var (moment, counted) = (default(DateTimeOffset), new HashSet<long>());
        await foreach (var item in items.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.At != moment)
            {
                moment = item.At;
                counted.Clear();
            }

            if (counted.Add(item.Key))
            {
                var (channel, direction, with) = Counterparts.Read(item.Counterparts);
                with.ForEach(address => sum += HashOf(values[address], item.Key, item.At.ToUnixTimeSeconds(), (byte)channel, (byte)direction));
            }
        }

        foreach (var person in addresses.GroupBy(a => a.ContactId))
        {
            var together = string.Join(';', person.Select(a => a.Value).Order(StringComparer.Ordinal));
            foreach (var a in person)
            {
                sum += HashOf(Encoding.UTF8.GetBytes(string.Join(
                    Separator,
                    together, a.Value, Convert.ToHexString(a.History), a.Kind, a.Name, a.MeetingName, a.DirectoryName, a.Department, a.Company, a.JobTitle,
                    a.LastSubject, Seconds(a.LastSubjectAt), a.LastMeeting, Seconds(a.LastMeetingAt), a.NextMeeting, Seconds(a.NextMeetingAt))));
            }
        }

        return sum.ToString("x32", CultureInfo.InvariantCulture);
    }

    private static string? Seconds(DateTimeOffset? at) => at?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static UInt128 HashOf(byte[] address, long key, long at, byte channel, byte direction)
    {
        Span<byte> row = stackalloc byte[18 + address.Length];
        BinaryPrimitives.WriteInt64BigEndian(row, key);
        BinaryPrimitives.WriteInt64BigEndian(row[8..], at);
        (row[16], row[17]) = (channel, direction);
        address.CopyTo(row[18..]);
        return HashOf(row);
    }

    private static UInt128 HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
