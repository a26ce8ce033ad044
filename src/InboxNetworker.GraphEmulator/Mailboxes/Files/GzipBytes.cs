using System.Buffers.Binary;
using System.IO.Compression;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>
/// The text of a gzip file. The framework takes a file that is cut off for one that ends; here its end has to tell the length
/// that was read, as it does in a whole file of one part.
/// </summary>
internal sealed class GzipBytes : IDisposable
{
    private readonly GZipStream _unzipped;
    private readonly uint _lengthToldAtEnd;
    private uint _length;

    /// <param name="file">Stands at its beginning; has at least the two bytes that mark gzip.</param>
    public GzipBytes(FileStream file)
    {
        Span<byte> end = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - end.Length);
        file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        _lengthToldAtEnd = BinaryPrimitives.ReadUInt32LittleEndian(end);
        file.Position = 0;
        _unzipped = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut off here.</exception>
    public int Read(Span<byte> buffer)
    {
        var count = _unzipped.Read(buffer);
        _length += (uint)count;
        return count > 0 || _length == _lengthToldAtEnd ? count : throw new InvalidDataException("The file is cut off.");
    }

    public void Dispose() => _unzipped.Dispose();
}
