using InboxNetworker.GraphEmulator.Mail;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Todo;

namespace InboxNetworker.GraphEmulator.Control;

/// <summary>What was delivered, each as often as it was: <c>GET /emulator/deliveries</c>.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder control) => control.MapGet("/deliveries", (Deliveries deliveries, TodoStore todo) => new GraphJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("mails");
        foreach (var mail in deliveries.Sent)
        {
            json.WriteStartObject();
            json.WriteString("internetMessageId", mail.MessageId);
            json.WriteString("subject", mail.Subject);
            json.WritePropertyName("to");
            json.WriteStrings(mail.To);
            json.WriteString("mime", mail.Mime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tasks");
        foreach (var (list, task) in todo.Lists.SelectMany(l => l.Tasks.Select(t => (l, t))))
        {
            json.WriteStartObject();
            json.WriteString("list", list.Name);
            json.WriteString("title", task.Title);
            json.WriteString("body", task.Body);
            json.WriteString("due", task.Due?.DateTime);
            json.WriteString("externalId", task.Linked.Count > 0 ? task.Linked[0].ExternalId : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
