using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Batch;

/// <summary>What one step was answered with.</summary>
internal sealed record BatchAnswer(string Id, int Status, IHeaderDictionary Headers, byte[] Body)
{
    public bool Succeeded => Status < 400;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteNumber("status", Status);
        json.WriteStartObject("headers");
        foreach (var (name, value) in Headers.Where(h => h.Key is not (GraphHeaders.RequestId or GraphHeaders.ClientRequestId)))
        {
            json.WriteString(name, value.ToString());
        }

        json.WriteEndObject();
        if (Body.Length > 0)
        {
            json.WritePropertyName("body");
            if (Headers.ContentType.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            {
                json.WriteRawValue(Body);
            }
            else
            {
                json.WriteBase64StringValue(Body);
            }
        }

        json.WriteEndObject();
    }
}
