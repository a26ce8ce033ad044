using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Where a round of change tracking over one folder stands.</summary>
/// <param name="Since">The change counter the last round ended with; −1 in the first round, which lists everything.</param>
/// <param name="Until">The change counter this round goes up to.</param>
/// <param name="AfterTicks">First round: the received time of the last item served. <see cref="long.MaxValue"/> before the first.</param>
/// <param name="AfterVersion">Later rounds: the change counter of the last item served.</param>
/// <param name="Remaining">How many items the round may still serve; −1 without a limit.</param>
/// <param name="FilterTicks">Messages received before are left out; 0 without a filter.</param>
/// <param name="Chain">Which first round it goes back to.</param>
/// <param name="Start">The change counter this first round went up to.</param>
/// <param name="Generation">How many tokens of the chain came before.</param>
/// <param name="Hollow">The page before was empty.</param>
internal sealed record DeltaState(
    UInt128 Folder,
    long Since,
    long Until,
    long AfterTicks,
    UInt128 AfterKey,
    long AfterVersion,
    int Remaining,
    long FilterTicks,
    string Select,
    bool RoundEnded,
    long Chain,
    long Start,
    int Generation,
    bool Hollow)
{
    public bool FirstRound => Since < 0;
}

/// <summary>
/// Makes and reads skip and delta tokens. A token carries its state, signed with a key that lives as long as the emulator:
/// a token of an earlier run is as unknown as one the service has forgotten.
/// </summary>
internal sealed class DeltaTokens
{
    private const int SignatureBytes = 16;

    /// <summary>How many generations of one chain are known at a time.</summary>
    private const int Known = 3;

    private readonly ConcurrentDictionary<long, int> _newest = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private long _chains;
    private long _forgotten;

    /// <summary>How often all tokens were made unknown.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>For a first round.</summary>
    public long NewChain() => Interlocked.Increment(ref _chains);

    /// <summary>Every token given so far is unknown from now on.</summary>
    public void Forget()
    {
        Volatile.Write(ref _key, RandomNumberGenerator.GetBytes(32));
        Interlocked.Increment(ref _forgotten);
    }

    /// <summary>A token for the generation after this one.</summary>
    public string Write(DeltaState state)
    {
        state = state with { Generation = state.Generation + 1 };
        _newest.AddOrUpdate(state.Chain, state.Generation, (_, newest) => Math.Max(newest, state.Generation));
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(new byte[SignatureBytes]);
            Write(writer, state.Folder);
            writer.Write(state.Since);
            writer.Write(state.Until);
            writer.Write(state.AfterTicks);
            Write(writer, state.AfterKey);
            writer.Write(state.AfterVersion);
            writer.Write(state.Remaining);
            writer.Write(state.FilterTicks);
            writer.Write(state.Select);
            writer.Write(state.RoundEnded);
            writer.Write(state.Chain);
            writer.Write(state.Start);
            writer.Write(state.Generation);
            writer.Write(state.Hollow);
        }

        var bytes = stream.ToArray();
        Sign(bytes.AsSpan(SignatureBytes)).AsSpan(0, SignatureBytes).CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null when this emulator never gave out such a token, or too many after it.</summary>
    public DeltaState? Read(string token, out GraphError error)
    {
        error = GraphError.SyncStateNotFound;
        if (Open(token) is not { } state)
        {
            return null;
        }

        var newest = _newest.GetValueOrDefault(state.Chain);
        if (state.Generation <= newest - Known)
        {
            error = error with { Message = $"The sync state generation is not found; generation={state.Generation};[highest={newest}][{newest}][{newest - 2}][{newest - 1}]." };
            return null;
        }

        return state;
    }

    private DeltaState? Open(string token)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done
            || length <= SignatureBytes
            || !CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), Sign(bytes.AsSpan(SignatureBytes, length - SignatureBytes)).AsSpan(0, SignatureBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, SignatureBytes, length - SignatureBytes), Encoding.UTF8);
        return new DeltaState(
            ReadUInt128(reader),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            ReadUInt128(reader),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadString(),
            reader.ReadBoolean(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadBoolean());
    }

    private static void Write(BinaryWriter writer, UInt128 value)
    {
        writer.Write((ulong)(value >> 64));
        writer.Write((ulong)value);
    }

    private static UInt128 ReadUInt128(BinaryReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

    private byte[] Sign(ReadOnlySpan<byte> state) => HMACSHA256.HashData(Volatile.Read(ref _key), state);
}
