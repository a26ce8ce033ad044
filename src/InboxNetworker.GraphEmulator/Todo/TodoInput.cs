using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Todo;

/// <summary>Reads the JSON of a task as a client writes it. What the emulator could not serve back is refused, not dropped.</summary>
internal static class TodoInput
{
    private static readonly HashSet<string> Importances = ["low", "normal", "high"];

    public static bool TryRead(JsonElement root, [NotNullWhen(true)] out Func<string, DateTimeOffset, TodoTask>? write, [NotNullWhen(false)] out GraphError? error)
    {
        write = null;
        error = root.ValueKind == JsonValueKind.Object ? null : GraphError.BadRequest("Empty Payload. JSON content expected.");
        var task = new TodoTask("", "", "", "text", null, "normal", [], [], default);
        foreach (var property in error is null ? root.EnumerateObject().ToList() : [])
        {
            error ??= Read(property, ref task);
        }

        if (error is null && task.Title.Length == 0)
        {
            error = new GraphError(400, "invalidRequest", "Title can't be empty.");
        }

        if (error is not null)
        {
            return false;
        }

        var read = task;
        write = (key, made) => read with { Key = key, Made = made };
        return true;
    }

    private static GraphError? Read(JsonProperty property, ref TodoTask task)
    {
        var value = property.Value;
        if (property.Name.Contains('@', StringComparison.Ordinal) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        switch (property.Name)
        {
            case "title" when value.ValueKind == JsonValueKind.String:
                task = task with { Title = value.GetString()! };
                return null;
            case "importance" when value.ValueKind == JsonValueKind.String && Importances.Contains(value.GetString()!):
                task = task with { Importance = value.GetString()! };
                return null;
            case "categories" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(c => c.ValueKind == JsonValueKind.String):
                task = task with { Categories = [.. value.EnumerateArray().Select(c => c.GetString()!)] };
                return null;
            case "body" when Text(value, "content") is { } content:
                task = task with { Body = content, BodyType = Text(value, "contentType")?.ToLowerInvariant() ?? "text" };
                return null;
            case "dueDateTime" when Text(value, "dateTime") is { } due && DateTime.TryParse(due, System.Globalization.CultureInfo.InvariantCulture, out var day):
                // Only the day of it is kept.
                task = task with { Due = (day.ToString("yyyy-MM-dd'T'00:00:00.0000000", System.Globalization.CultureInfo.InvariantCulture), Text(value, "timeZone") ?? "UTC") };
                return null;
            case "linkedResources" when value.ValueKind == JsonValueKind.Array:
                task = task with { Linked = [.. value.EnumerateArray().Select(l => new LinkedItem(Text(l, "webUrl"), Text(l, "applicationName"), Text(l, "displayName"), Text(l, "externalId")))] };
                return null;
            case "title" or "importance" or "categories" or "body" or "dueDateTime" or "linkedResources":
                return GraphError.BadRequest($"Property {property.Name} in payload has a value that does not match schema.");
            case "id" or "createdDateTime" or "lastModifiedDateTime" or "bodyLastModifiedDateTime":
                return null;
            case "status" or "recurrence" or "reminderDateTime" or "isReminderOn" or "startDateTime" or "completedDateTime" or "hasAttachments" or "checklistItems" or "attachments" or "extensions":
                return GraphError.NotEmulated($"'{property.Name}' in a task to be written");
            default:
                return new GraphError(400, "RequestBodyRead", $"The property '{property.Name}' does not exist on type 'microsoft.graph.todoTask'. Make sure to only use property names that are defined by the type.");
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
