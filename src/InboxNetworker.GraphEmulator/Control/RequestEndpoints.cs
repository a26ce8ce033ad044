using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Control;

/// <summary>What clients have asked: <c>GET /emulator/requests</c>, the newest of them, oldest first.</summary>
internal static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder control) => control.MapGet("/requests", (RequestLog log) => new GraphJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("requests");
        foreach (var request in log.Snapshot())
        {
            json.WriteStartObject();
            json.WriteString("method", request.Method);
            json.WriteString("target", request.PathAndQuery);
            json.WriteString("prefer", request.Prefer);
            json.WriteNumber("status", request.Status);
            json.WriteString("fault", request.Fault?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
