using System.Buffers;
using System.Text;

namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Reads some bytes; 0 at the end.</summary>
internal delegate int ReadBytes(Span<byte> buffer);

/// <summary>
/// Reads lines from a source of unknown size in bounded memory: a line longer than <see cref="MaxLineBytes"/> is passed over,
/// not kept. Lines end in LF or CRLF.
/// </summary>
internal sealed class LineReader(ReadBytes read)
{
    public const int MaxLineBytes = 1 << 20;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _end;
    private bool _first = true;

    /// <summary>The number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line read last was too long; its text is then empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the stream broke off (a damaged or cut compressed file) in the line read last; the lines before are good.</summary>
    public bool BrokeOff { get; private set; }

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    public string? Next()
    {
        _line.ResetWrittenCount();
        TooLong = false;
        var any = false;
        while (true)
        {
            if (_at == _end && !Fill())
            {
                return any ? Finish() : null;
            }

            any = true;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var newline = rest.IndexOf((byte)'\n');
            Keep(newline < 0 ? rest : rest[..newline]);
            _at += newline < 0 ? rest.Length : newline + 1;
            if (newline >= 0)
            {
                return Finish();
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_line.WrittenCount + bytes.Length > MaxLineBytes)
        {
            TooLong = true;
            _line.ResetWrittenCount();
        }

        if (!TooLong)
        {
            _line.Write(bytes);
        }
    }

    private string Finish()
    {
        Number++;
        var bytes = _line.WrittenSpan;
        if (bytes.EndsWith("\r"u8))
        {
            bytes = bytes[..^1];
        }

        if (_first && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        _first = false;
        return Encoding.UTF8.GetString(bytes);
    }

    private bool Fill()
    {
        if (BrokeOff)
        {
            return false;
        }

        try
        {
            _at = 0;
            _end = read(_buffer);
            return _end > 0;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            _end = 0;
            BrokeOff = true;
            return false;
        }
    }
}
