using System.Globalization;
using System.Net.Sockets;
using System.Text;
using InboxNetworker.GraphEmulator.Service;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>Answers of which only the beginning arrives.</summary>
internal static class SpoiledBody
{
    /// <param name="happened">Called when there was a body to spoil; an answer without one, or a refusal, goes out as it is.</param>
    public static async Task ServeAsync(HttpContext http, RequestDelegate next, FaultDraw draw, Action happened)
    {
        var body = await HeldBody.OfAsync(http, next);
        if (http.Response.StatusCode != StatusCodes.Status200OK || body.Length < 2)
        {
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
            return;
        }

        var beginning = body.AsMemory(0, 1 + (int)(draw.Roll(1) * (body.Length - 1)));
        happened();
        if (draw.Kind == FaultKind.Truncated)
        {
            http.Response.ContentLength = beginning.Length;
            await http.Response.BodyWriter.WriteAsync(beginning, http.RequestAborted);
            return;
        }

        await ResetAsync(http, beginning, body.Length);
    }

    /// <remarks>
    /// The web server sends on a thread of its own, and a reset overtakes what it has not sent yet. So the beginning is put on the
    /// socket here: it has left this process when the connection is torn down, and the client has surely seen a part of the answer.
    /// </remarks>
    private static async Task ResetAsync(HttpContext http, ReadOnlyMemory<byte> beginning, int promised)
    {
        if (http.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            var response = http.Response;
            var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
            foreach (var (name, value) in response.Headers)
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }

            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {promised}\r\n\r\n");
            FirstByte.Of(http).GoesOut();
            await SendAsync(socket, Encoding.ASCII.GetBytes(head.ToString()), http.RequestAborted);
            await SendAsync(socket, beginning, http.RequestAborted);
        }

        http.Abort();
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
        }
    }
}
