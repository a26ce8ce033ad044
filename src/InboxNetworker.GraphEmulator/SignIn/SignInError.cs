using System.Globalization;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>A refusal in the sign-in service's shape.</summary>
/// <param name="Code">The number after <c>AADSTS</c>.</param>
/// <param name="SubError">Such as <c>consent_required</c>.</param>
/// <param name="Claims">What the client has to send along when it signs in anew.</param>
internal sealed record SignInError(int Status, string Error, int Code, string Message, string? SubError = null, string? Claims = null) : IResult
{
    public static SignInError Missing(string parameter) =>
        new(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    public static SignInError InvalidGrant(int code, string message, string? subError = null) => new(400, "invalid_grant", code, message, subError);

    public static SignInError InvalidClient(int code, string message) => new(401, "invalid_client", code, message);

    public static SignInError ConsentMissing(TenantApp app) => InvalidGrant(
        65001,
        $"The user or administrator has not consented to use the application with ID '{app.ClientId}' named '{app.Name}'. Send an interactive authorization request for this user and resource.",
        "consent_required");

    public static SignInError SecondFactor { get; } = new(
        400,
        "interaction_required",
        50076,
        $"Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{ScopeName.GraphId}'.",
        "basic_action",
        "{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"5ce770ea-8690-4747-aa73-c5b3cd509cd4\"]}}}");

    public string Describe(string traceId, string correlationId, DateTimeOffset now) =>
        $"AADSTS{Code}: {Message}\r\nTrace ID: {traceId}\r\nCorrelation ID: {correlationId}\r\nTimestamp: {Stamp(now)}";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var (traceId, correlationId) = Ids(httpContext);
        var services = httpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        SignInLog.Note(httpContext, this);
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("error", Error);
        json.WriteString("error_description", Describe(traceId, correlationId, now));
        json.WriteStartArray("error_codes");
        json.WriteNumberValue(Code);
        json.WriteEndArray();
        json.WriteString("timestamp", Stamp(now));
        json.WriteString("trace_id", traceId);
        json.WriteString("correlation_id", correlationId);
        json.WriteString("error_uri", $"{services.GetRequiredService<TenantDirectory>().Authority}error?code={Code.ToString(CultureInfo.InvariantCulture)}");
        if (SubError is not null)
        {
            json.WriteString("suberror", SubError);
        }

        if (Claims is not null)
        {
            json.WriteString("claims", Claims);
        }

        json.WriteEndObject();
    }

    /// <summary>The client names its attempt; the service names each request.</summary>
    public static (string TraceId, string CorrelationId) Ids(HttpContext http)
    {
        var given = http.Request.Headers["client-request-id"].ToString();
        if (given.Length == 0)
        {
            given = http.Request.Query["client-request-id"].ToString();
        }

        return (http.TraceIdentifier, Guid.TryParse(given, out var id) ? id.ToString() : http.TraceIdentifier);
    }

    private static string Stamp(DateTimeOffset now) => now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
