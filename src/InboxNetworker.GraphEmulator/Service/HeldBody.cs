using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>Has an answer made while nothing of it goes out yet.</summary>
internal static class HeldBody
{
    /// <returns>The whole body; status and headers stand in the response.</returns>
    public static async Task<byte[]> OfAsync(HttpContext http, RequestDelegate next)
    {
        var connection = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        var holding = new StreamResponseBodyFeature(held);
        http.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await next(http);
            await holding.CompleteAsync();
            return held.ToArray();
        }
        finally
        {
            http.Features.Set(connection);
        }
    }
}
