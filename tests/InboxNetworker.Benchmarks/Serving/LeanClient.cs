using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InboxNetworker.Benchmarks.Serving;

/// <summary>
/// Asks one address over and over on several connections, and does as little as can be done with the answers, so that it is the server
/// that is measured, which has to share the machine with it.
/// </summary>
internal static class LeanClient
{
    /// <param name="headers">Lines that each end in CR LF.</param>
    /// <returns>Answers a second.</returns>
    public static async Task<double> MeasureAsync(Uri address, string headers, int connections, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(address, headers, clock, seconds))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> AskAsync(Uri address, string headers, Stopwatch clock, double seconds)
    {
        var request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");
        var buffer = new byte[256 * 1024];
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        var answers = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; answers++)
        {
            await socket.SendAsync(request);
            await ReceiveAsync(socket, buffer);
        }

        return answers;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        for (var held = 0; !IsWhole(buffer.AsSpan(0, held));)
        {
            var more = held < buffer.Length ? await socket.ReceiveAsync(buffer.AsMemory(held)) : throw new InvalidOperationException("The answer is longer than was thought of.");
            held = more > 0 ? held + more : throw new InvalidOperationException("The server closed the connection.");
        }
    }

    /// <summary>By its length where that is told, else by the end of the last chunk.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"The server answered {Encoding.ASCII.GetString(answer[..head])}");
        }

        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(length + "Content-Length: ".Length)..];
        return System.Buffers.Text.Utf8Parser.TryParse(digits, out int bytes, out _) && answer.Length == head + 4 + bytes;
    }
}
