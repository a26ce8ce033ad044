using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>The mailbox's own settings: working days and hours, zone and language.</summary>
internal static class SettingsEndpoints
{
    private static readonly string[] WorkingDays = ["monday", "tuesday", "wednesday", "thursday", "friday"];

    private static readonly Shape<MailboxStore> Shape = new(
        "microsoft.graph.mailboxSettings",
        "BadRequest",
        [
            new("archiveFolder", (json, m, _) => json.WriteStringValue(m.Mail.TryFindFolder("archive", out var archive) ? m.Mail.FolderId(archive) : null)),
            new("timeZone", (json, m, _) => json.WriteStringValue(m.Owner.TimeZone)),
            new("delegateMeetingMessageDeliveryOptions", (json, _, _) => json.WriteStringValue("sendToDelegateOnly")),
            new("dateFormat", (json, _, _) => json.WriteStringValue("yyyy-MM-dd")),
            new("timeFormat", (json, _, _) => json.WriteStringValue("HH:mm")),
            new("userPurpose", (json, _, _) => json.WriteStringValue("user")),
            new("automaticRepliesSetting", WriteReplies),
            new("language", WriteLanguage),
            new("workingHours", WriteHours),
        ]);

    public static void MapSettings(this IEndpointRouteBuilder owner) => owner.MapGet("/mailboxSettings", Get);

    private static IResult Get(HttpContext http, MailboxStore mailbox)
    {
        if (!Shape.TrySelect(http.Request.Query["$select"], out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Single($"{wire.OwnerContext}/mailboxSettings{selection.ContextSuffix}", mailbox, wire, selection.Write);
    }

    private static void WriteReplies(Utf8JsonWriter json, MailboxStore mailbox, Wire wire)
    {
        json.WriteStartObject();
        json.WriteString("status", "disabled");
        json.WriteString("externalAudience", "all");
        json.WriteString("internalReplyMessage", "");
        json.WriteString("externalReplyMessage", "");
        json.WriteEndObject();
    }

    private static void WriteLanguage(Utf8JsonWriter json, MailboxStore mailbox, Wire wire)
    {
        json.WriteStartObject();
        json.WriteString("locale", "en-US");
        json.WriteString("displayName", "English (United States)");
        json.WriteEndObject();
    }

    private static void WriteHours(Utf8JsonWriter json, MailboxStore mailbox, Wire wire)
    {
        json.WriteStartObject();
        json.WritePropertyName("daysOfWeek");
        json.WriteStrings(WorkingDays);
        json.WriteString("startTime", "08:00:00.0000000");
        json.WriteString("endTime", "17:00:00.0000000");
        json.WriteStartObject("timeZone");
        json.WriteString("name", mailbox.Owner.TimeZone);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
