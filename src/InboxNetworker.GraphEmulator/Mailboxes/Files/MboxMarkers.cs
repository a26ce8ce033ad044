namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Finds where messages begin in an mbox file: at a line that starts with <c>From </c>.</summary>
internal static class MboxMarkers
{
    /// <summary>The first marker at or after <paramref name="start"/>; null when there is none.</summary>
    public static long? Find(FileStream stream, long start)
    {
        ReadOnlySpan<byte> marker = "\nFrom "u8;
        var buffer = new byte[1 << 16];
        stream.Position = start;
        if (start == 0 && stream.ReadAtLeast(buffer.AsSpan(0, 5), 5, throwOnEndOfStream: false) == 5 && buffer.AsSpan(0, 5).SequenceEqual(marker[1..]))
        {
            return 0;
        }

        // The chunks overlap, so that a marker across their border is found.
        for (var at = start; at < stream.Length; at += buffer.Length - marker.Length)
        {
            stream.Position = at;
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var found = buffer.AsSpan(0, length).IndexOf(marker);
            if (found >= 0)
            {
                return at + found + 1;
            }
        }

        return null;
    }
}
