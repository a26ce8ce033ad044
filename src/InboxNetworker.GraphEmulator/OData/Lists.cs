using System.Text.Json;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>Writes the two forms every resource is served in: alone and in a list.</summary>
internal static class Lists
{
    public static GraphJson Of<T>(string context, IEnumerable<T> items, Wire wire, WriteValue<T> writeItem, string? nextLink = null, string? deltaLink = null, int? count = null) =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            if (count is { } known)
            {
                json.WriteNumber("@odata.count", known);
            }

            if (nextLink is not null)
            {
                json.WriteString("@odata.nextLink", nextLink);
            }

            if (deltaLink is not null)
            {
                json.WriteString("@odata.deltaLink", deltaLink);
            }

            json.WriteStartArray("value");
            foreach (var item in items)
            {
                json.WriteStartObject();
                writeItem(json, item, wire);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static GraphJson Single<T>(string context, T item, Wire wire, WriteValue<T> writeItem, int status = 200) =>
        new(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("@odata.context", context);
                writeItem(json, item, wire);
                json.WriteEndObject();
            },
            status);

    public static void Etag(Utf8JsonWriter json, string changeKey) => json.WriteString("@odata.etag", $"W/\"{changeKey}\"");
}
