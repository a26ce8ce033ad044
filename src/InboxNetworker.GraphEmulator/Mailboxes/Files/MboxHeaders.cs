namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>The marker and the headers of one message after the other, in bounded memory: what is longer is passed over, not kept.</summary>
internal sealed class MboxHeaders(FileStream stream)
{
    public const int MaxBytes = 1 << 20;

    private const int FirstRead = 1 << 13;

    private byte[] _bytes = new byte[FirstRead];
    private int _length;

    /// <summary>The headers read last do not end within <see cref="MaxBytes"/>.</summary>
    public bool TooLong { get; private set; }

    /// <returns>Where to look for the next marker.</returns>
    public long Read(long marker)
    {
        stream.Position = marker;
        for (var read = 0; ;)
        {
            read += stream.ReadAtLeast(_bytes.AsSpan(read), _bytes.Length - read, throwOnEndOfStream: false);
            var end = EndOf(_bytes.AsSpan(0, read));
            TooLong = end < 0 && read >= MaxBytes;
            if (end >= 0 || TooLong || read < _bytes.Length)
            {
                _length = end >= 0 ? end : read;
                return Math.Max(marker + 1, marker + _length - 1);
            }

            Array.Resize(ref _bytes, Math.Min(2 * _bytes.Length, MaxBytes));
        }
    }

    /// <summary>The headers read last, as a message without a body.</summary>
    public MemoryStream Open() => new(_bytes, 0, _length, writable: false);

    /// <summary>After an empty line, or where the next message begins; negative where neither has been read yet.</summary>
    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        // The newline before the empty line, or before the next marker, is part of this message.
        var ends = new[] { After(bytes, "\n\n"u8, 2), After(bytes, "\n\r\n"u8, 3), After(bytes, "\nFrom "u8, 1) }.Where(e => e >= 0).ToArray();
        return ends.Length == 0 ? -1 : ends.Min();
    }

    private static int After(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sign, int kept) => bytes.IndexOf(sign) is >= 0 and var found ? found + kept : -1;
}
