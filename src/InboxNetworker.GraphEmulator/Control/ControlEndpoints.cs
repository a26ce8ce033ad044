using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Control;

/// <summary>The mailbox's hand over http, without a token: <c>/emulator/messages</c>, <c>/emulator/folders</c>, <c>/emulator/forget-tokens</c>.</summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static void MapMailboxControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/messages", (string? folder, MailboxControl mailbox) => Answer(() => new { ids = mailbox.MessageIds(folder ?? "inbox") }));
        control.MapPost("/messages", (HttpContext http, MailboxControl mailbox) => AnswerAsync<NewMessage>(http, message =>
            message.Folder is null || message.From is null || message.To is null || message.Subject is null
                ? throw new ArgumentException("A message needs folder, from, to and subject, as in {\"folder\":\"inbox\",\"from\":{\"name\":\"Ana\",\"address\":\"ana@there.example\"},\"to\":[{\"name\":\"Me\",\"address\":\"me@here.example\"}],\"subject\":\"Hello\"}.")
                : new { id = mailbox.AddMessage(message) }));
        control.MapPatch("/messages/{id}", (string id, HttpContext http, MailboxControl mailbox) => AnswerAsync<MessageChange>(http, change =>
        {
            mailbox.ChangeMessage(id, change);
            return new { id };
        }));
        control.MapPost("/messages/{id}/move", (string id, HttpContext http, MailboxControl mailbox) => AnswerAsync<Destination>(http, to =>
        {
            mailbox.MoveMessage(id, to.Folder ?? throw new ArgumentException("To where? As in {\"folder\":\"archive\"}."));
            return new { id };
        }));
        control.MapDelete("/messages/{id}", (string id, bool? permanent, MailboxControl mailbox) => Answer(() =>
        {
            mailbox.DeleteMessage(id, permanent ?? false);
            return new { id };
        }));
        control.MapPost("/folders", (HttpContext http, MailboxControl mailbox) => AnswerAsync<NewFolder>(http, folder =>
            new { id = mailbox.AddFolder(folder.Name!, folder.Parent) }));
        control.MapPost("/forget-tokens", (MailboxControl mailbox) => Answer(() =>
        {
            mailbox.ForgetTokens();
            return new { forgotten = true };
        }));
    }

    private static async Task<IResult> AnswerAsync<T>(HttpContext http, Func<T, object> act)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted) is { } body
                ? Answer(() => act(body))
                : GraphError.BadRequest("The body is not a JSON object.");
        }
        catch (JsonException error)
        {
            return GraphError.BadRequest($"The body cannot be read: {error.Message}");
        }
    }

    private static IResult Answer(Func<object> act)
    {
        try
        {
            return Results.Json(act(), Json);
        }
        catch (ArgumentException error)
        {
            return GraphError.BadRequest(error.Message);
        }
    }

    private sealed record Destination(string? Folder);

    private sealed record NewFolder(string? Name, string? Parent);
}
