using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>
/// Makes and reads tokens that carry a state, signed with a key that lives as long as the emulator:
/// a token of an earlier run is as unknown as one the service has forgotten.
/// </summary>
internal sealed class SignedTokens
{
    private const int SignatureBytes = 16;
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private long _forgotten;

    /// <summary>How often all tokens were made unknown.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>Every token given so far is unknown from now on.</summary>
    public void Forget()
    {
        Volatile.Write(ref _key, RandomNumberGenerator.GetBytes(32));
        Interlocked.Increment(ref _forgotten);
    }

    public string Write(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(new byte[SignatureBytes]);
            write(writer);
        }

        var bytes = stream.ToArray();
        Sign(bytes.AsSpan(SignatureBytes)).CopyTo(bytes.AsSpan());
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null when this emulator never gave out such a token.</summary>
    public T? Read<T>(string token, Func<BinaryReader, T> read)
        where T : class
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done
            || length <= SignatureBytes
            || !CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), Sign(bytes.AsSpan(SignatureBytes, length - SignatureBytes))))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, SignatureBytes, length - SignatureBytes), Encoding.UTF8);
        return read(reader);
    }

    private ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> state) => HMACSHA256.HashData(Volatile.Read(ref _key), state).AsSpan(0, SignatureBytes);
}
