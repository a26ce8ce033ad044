using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>Faults that are an answer of their own, in the words the service was recorded with.</summary>
internal static class FaultAnswers
{
    private const string GatewayPage = "<html><head><title>503 Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>";

    /// <summary>Null for the faults that spoil another answer.</summary>
    public static IResult? Of(FaultDraw draw, RetryAfterRange retryAfter, HttpContext http)
    {
        switch (draw.Kind)
        {
            case FaultKind.Throttled:
                Wait(http, draw, retryAfter, whole: 0.45, fractional: 0.85);
                return draw.Roll(3) < 0.5 ? GraphError.OverConcurrency : GraphError.TooManyRequests;
            case FaultKind.Unavailable:
                Wait(http, draw, retryAfter, whole: 0.5, fractional: 0.5);
                return new GraphError(503, "UnknownError", "");
            case FaultKind.TimedOut:
                return new GraphError(504, "UnknownError", "");
            case FaultKind.Expired:
                return GraphError.SyncStateNotFound;
            case FaultKind.Unauthorized:
                AccessToken.Challenge(http);
                return AccessToken.Expired;
            case FaultKind.Html:
                Wait(http, draw, retryAfter, whole: 0.5, fractional: 1);
                return Results.Content(GatewayPage, "text/html", statusCode: StatusCodes.Status503ServiceUnavailable);
            default:
                return null;
        }
    }

    private static void Wait(HttpContext http, FaultDraw draw, RetryAfterRange range, double whole, double fractional)
    {
        var form = draw.Roll(1);
        var seconds = range.At(draw.Roll(2));
        if (form < whole)
        {
            http.Response.Headers.RetryAfter = RetryAfter.Whole(seconds);
        }
        else if (form < fractional)
        {
            http.Response.Headers.RetryAfter = RetryAfter.Fractional(seconds);
        }
    }
}
