using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.Api.Hosting;

/// <summary>No request brings more than a few thousand characters. What is longer is refused with a word about it, and not with a broken connection.</summary>
internal static class BodyLimit
{
    public const int MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (await IsTooLongAsync(http).ConfigureAwait(false))
        {
            // A sender that is still sending does not hear an answer; so it is heard to the end, as far as the server takes at all.
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted).ConfigureAwait(false);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(http).ConfigureAwait(false);
    });

    /// <summary>A body of unknown length is held, as far as it is within the limit, to know its length before anybody works on it.</summary>
    private static async Task<bool> IsTooLongAsync(HttpContext http)
    {
        if (http.Request.ContentLength is { } length)
        {
            return length > MaxBytes;
        }

        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return false;
        }

        var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(part, http.RequestAborted).ConfigureAwait(false) is > 0 and var read)
        {
            whole.Write(part, 0, read);
            if (whole.Length > MaxBytes)
            {
                return true;
            }
        }

        whole.Position = 0;
        http.Request.Body = whole;
        return false;
    }
}
