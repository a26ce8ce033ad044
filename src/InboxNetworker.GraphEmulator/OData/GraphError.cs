using System.Globalization;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>A refusal in the service's shape: <c>{error:{code,message,innerError:{date,request-id,client-request-id}}}</c>.</summary>
internal sealed record GraphError(int Status, string Code, string Message) : IResult
{
    public static GraphError BadRequest(string message) => new(400, "BadRequest", message);

    public static GraphError ItemNotFound { get; } = new(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public static GraphError FolderNotFound { get; } = new(404, "ErrorFolderNotFound", "The specified folder could not be found in the store.");

    public static GraphError MalformedId { get; } = new(400, "ErrorInvalidIdMalformed", "Id is malformed.");

    public static GraphError SyncStateNotFound { get; } =
        new(410, "SyncStateNotFound", "The sync state generation is not found; generation=1;[highest=4][4][2][3].");

    /// <summary>A permission is missing for something in the mailbox.</summary>
    public static GraphError AccessDenied { get; } = new(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    /// <summary>A permission is missing for something in the directory.</summary>
    public static GraphError RequestDenied { get; } = new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    public static GraphError OverConcurrency { get; } = new(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");

    public static GraphError TooManyRequests { get; } = new(429, "TooManyRequests", "Please retry again later.");

    public static GraphError InvalidQuery(string message) => new(400, "ErrorInvalidUrlQuery", message);

    /// <summary>The service can do this, the emulator cannot: better refused than answered wrongly.</summary>
    public static GraphError NotEmulated(string what) => new(501, "NotImplemented", $"This operation target is not yet supported. The emulator does not know {what}.");

    public static GraphError SegmentNotFound(string segment) => BadRequest($"Resource not found for the segment '{segment}'.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json";
        var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await using (var json = new Utf8JsonWriter(response.BodyWriter, GraphJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", Code);
            json.WriteString("message", Message);
            json.WriteStartObject("innerError");
            json.WriteString("date", now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            json.WriteString("request-id", httpContext.TraceIdentifier);
            json.WriteString("client-request-id", response.Headers[GraphHeaders.ClientRequestId].ToString());
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
