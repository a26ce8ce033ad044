using System.Text.Encodings.Web;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.OData;

internal delegate void WriteJson(Utf8JsonWriter json);

/// <summary>An answer of the service: one JSON document, written straight into the response.</summary>
internal sealed record GraphJson(WriteJson Write, int Status = 200) : IResult
{
    private const string MediaType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /// <summary>Like the service, letters of other alphabets stand as they are.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers[GraphHeaders.ODataVersion] = "4.0";
        response.Headers.CacheControl = "private";
        await using (var json = new Utf8JsonWriter(response.BodyWriter, WriterOptions))
        {
            Write(json);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
