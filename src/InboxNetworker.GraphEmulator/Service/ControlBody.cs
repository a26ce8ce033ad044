using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>The JSON object sent to a route of the emulator's own; an absent body is an empty object.</summary>
internal sealed record ControlBody(JsonObject Content)
{
    public static async Task<(ControlBody? Body, GraphError? Error)> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        if (string.IsNullOrWhiteSpace(text))
        {
            return (new ControlBody(new JsonObject()), null);
        }

        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject content)
            {
                return (new ControlBody(content), null);
            }
        }
        catch (JsonException)
        {
            // Refused below, as any other body that is no object.
        }

        return (null, GraphError.BadRequest("The body is not a JSON object."));
    }

    /// <summary>Null when the body does not have it.</summary>
    public bool TryText(string name, out string? text, [NotNullWhen(false)] out GraphError? error)
    {
        text = null;
        error = Content[name] is null || (Content[name] is JsonValue value && value.TryGetValue(out text)) ? null : GraphError.BadRequest($"{name}: a text is expected.");
        return error is null;
    }
}
