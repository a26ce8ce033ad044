using System.Buffers.Binary;
using System.IO.Compression;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>
/// The text of a gzip file. The framework takes a file that is cut off for one that ends; here its end has to tell the length
/// that was read, as it does in a whole file of one part.
/// </summary>
internal sealed class GzipBytes : IDisposable
{
    /// <summary>Mail as text comes to some ten times its compressed size; what comes to so much more is made to fill a memory, not to be read.</summary>
    public const long MaxBytes = 4L << 30, MaxRatio = 200, AlwaysAllowed = 16 << 20;

    private readonly GZipStream _unzipped;
    private readonly uint _lengthToldAtEnd;
    private readonly long _allowed;
    private readonly string _name;
    private long _length;

    /// <param name="file">Stands at its beginning; has at least the two bytes that mark gzip.</param>
    public GzipBytes(FileStream file)
    {
        Span<byte> end = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - end.Length);
        file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        _lengthToldAtEnd = BinaryPrimitives.ReadUInt32LittleEndian(end);
        file.Position = 0;
        _allowed = Math.Min(MaxBytes, Math.Max(AlwaysAllowed, file.Length * MaxRatio));
        _name = Path.GetFileName(file.Name);
        _unzipped = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut off here.</exception>
    /// <exception cref="MailboxFileException">It comes to more than a mailbox does.</exception>
    public int Read(Span<byte> buffer)
    {
        var count = _unzipped.Read(buffer);
        _length += count;
        if (_length > _allowed)
        {
            throw new MailboxFileException($"{_name} unpacks to more than {_allowed >> 20} MB, which no mailbox of its size does; unpack it yourself and give the .tsv file if it is one.");
        }

        return count > 0 || (uint)_length == _lengthToldAtEnd ? count : throw new InvalidDataException("The file is cut off.");
    }

    public void Dispose() => _unzipped.Dispose();
}
