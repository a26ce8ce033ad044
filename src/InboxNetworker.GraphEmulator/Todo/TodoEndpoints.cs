using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Todo;

/// <summary>Lists and tasks of Microsoft To Do: made, listed and read. A task is made with its linked resources, and served with them where they are expanded.</summary>
internal static class TodoEndpoints
{
    private const int MaxPageSize = 1000;

    public static void MapTodo(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/todo/lists", ListLists);
        owner.MapPost("/todo/lists", AddList);
        owner.MapGet("/todo/lists/{list}/tasks", ListTasks);
        owner.MapPost("/todo/lists/{list}/tasks", AddTask);
    }

    private static IResult ListLists(HttpContext http, MailboxStore mailbox, TodoStore todo)
    {
        if (Unsupported.Option(http.Request, "$filter", "$expand", "$search", "$orderby", "$select") is { } unsupported)
        {
            return unsupported;
        }

        if (!Page.TryRead(http.Request, MaxPageSize, out var page, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        var lists = todo.Lists;
        return Lists.Of($"{wire.OwnerContext}/todo/lists", lists.Skip(page.Skip).Take(page.Top), wire, WriteList, page.NextLink(http.Request, wire.Root, lists.Count));
    }

    private static async Task<IResult> AddList(HttpContext http, MailboxStore mailbox, TodoStore todo)
    {
        var (root, error) = await ReadAsync(http);
        if (error is not null)
        {
            return error;
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("displayName", out var name) || name.ValueKind != JsonValueKind.String || name.GetString()!.Length == 0)
        {
            return new GraphError(400, "invalidRequest", "DisplayName can't be empty.");
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Single($"{wire.OwnerContext}/todo/lists/$entity", todo.AddList(name.GetString()!), wire, WriteList, 201);
    }

    private static IResult ListTasks(HttpContext http, MailboxStore mailbox, TodoStore todo, string list)
    {
        if (Unsupported.Option(http.Request, "$filter", "$search", "$orderby", "$select") is { } unsupported)
        {
            return unsupported;
        }

        var expand = http.Request.Query["$expand"].ToString();
        if (expand is not ("" or "linkedResources"))
        {
            return GraphError.NotEmulated($"to expand '{expand}' of tasks");
        }

        if (!Page.TryRead(http.Request, MaxPageSize, out var page, out var error))
        {
            return error;
        }

        if (todo.Find(list) is not { } found)
        {
            return GraphError.ItemNotFound;
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Of(
            $"{wire.OwnerContext}/todo/lists('{list}')/tasks{(expand.Length > 0 ? "(linkedResources())" : "")}",
            found.Tasks.Skip(page.Skip).Take(page.Top),
            wire,
            (json, task, _) => WriteTask(json, task, expand.Length > 0),
            page.NextLink(http.Request, wire.Root, found.Tasks.Count));
    }

    private static async Task<IResult> AddTask(HttpContext http, MailboxStore mailbox, TodoStore todo, string list)
    {
        var (root, unreadable) = await ReadAsync(http);
        if (unreadable is not null)
        {
            return unreadable;
        }

        if (!TodoInput.TryRead(root, out var write, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return todo.AddTask(list, write) is { } made
            ? Lists.Single($"{wire.OwnerContext}/todo/lists('{list}')/tasks/$entity", made, wire, (json, task, _) => WriteTask(json, task, withLinked: false), 201)
            : GraphError.ItemNotFound;
    }

    private static void WriteList(Utf8JsonWriter json, TodoList list, Wire wire)
    {
        json.WriteString("id", TodoStore.IdOf(list.Key));
        json.WriteString("displayName", list.Name);
        json.WriteBoolean("isOwner", true);
        json.WriteBoolean("isShared", false);
        json.WriteString("wellknownListName", list.WellKnown);
    }

    private static void WriteTask(Utf8JsonWriter json, TodoTask task, bool withLinked)
    {
        Lists.Etag(json, task.Key);
        json.WriteString("id", TodoStore.IdOf(task.Key));
        json.WriteString("importance", task.Importance);
        json.WriteBoolean("isReminderOn", false);
        json.WriteString("status", "notStarted");
        json.WriteString("title", task.Title);
        json.WritePropertyName("createdDateTime");
        json.WriteTime(task.Made);
        json.WritePropertyName("lastModifiedDateTime");
        json.WriteTime(task.Made);
        json.WriteBoolean("hasAttachments", false);
        json.WritePropertyName("categories");
        json.WriteStrings(task.Categories);
        json.WriteStartObject("body");
        json.WriteString("content", task.Body);
        json.WriteString("contentType", task.BodyType);
        json.WriteEndObject();
        if (task.Due is { } due)
        {
            json.WriteStartObject("dueDateTime");
            json.WriteString("dateTime", due.DateTime);
            json.WriteString("timeZone", due.Zone);
            json.WriteEndObject();
        }

        if (withLinked)
        {
            json.WriteStartArray("linkedResources");
            foreach (var (linked, n) in task.Linked.Select((l, n) => (l, n)))
            {
                json.WriteStartObject();
                json.WriteString("id", TodoStore.IdOf($"{task.Key}-{n}"));
                json.WriteString("webUrl", linked.WebUrl);
                json.WriteString("applicationName", linked.ApplicationName);
                json.WriteString("displayName", linked.DisplayName);
                json.WriteString("externalId", linked.ExternalId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static async Task<(JsonElement Root, GraphError? Error)> ReadAsync(HttpContext http)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return (default, GraphError.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."));
        }
    }
}
