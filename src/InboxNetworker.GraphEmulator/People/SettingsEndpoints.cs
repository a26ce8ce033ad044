using System.Globalization;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>The mailbox's own settings: working days and hours, zone and language.</summary>
internal static class SettingsEndpoints
{
    private static readonly Shape<MailboxStore> Shape = new(
        "microsoft.graph.mailboxSettings",
        "BadRequest",
        [
            new("archiveFolder", (json, m, _) => json.WriteStringValue(m.Mail.TryFindFolder("archive", out var archive) ? m.Mail.FolderId(archive) : null)),
            new("timeZone", (json, m, _) => json.WriteStringValue(m.Hours.Zone)),
            new("delegateMeetingMessageDeliveryOptions", (json, _, _) => json.WriteStringValue("sendToDelegateOnly")),
            new("dateFormat", (json, _, _) => json.WriteStringValue("yyyy-MM-dd")),
            new("timeFormat", (json, _, _) => json.WriteStringValue("HH:mm")),
            new("userPurpose", (json, _, _) => json.WriteStringValue("user")),
            new("automaticRepliesSetting", WriteReplies),
            new("language", WriteLanguage),
            new("workingHours", WriteHours),
        ]);

    public static void MapSettings(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/mailboxSettings", Get);
        owner.MapPatch("/mailboxSettings", Change);
    }

    /// <summary>Of the settings the working hours alone can be changed.</summary>
    private static async Task<IResult> Change(HttpContext http, MailboxStore mailbox)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (body.Content.FirstOrDefault(p => !p.Key.Contains('@', StringComparison.Ordinal) && p.Key != "workingHours").Key is { } other)
        {
            return GraphError.NotEmulated($"'{other}' in settings to be changed");
        }

        if (!HoursInput.TryRead(body.Content["workingHours"], mailbox.Hours, out var hours))
        {
            return GraphError.BadRequest("Property workingHours in payload has a value that does not match schema.");
        }

        mailbox.Hours = hours;
        var wire = Wire.Of(http, mailbox);
        return Lists.Single($"{wire.OwnerContext}/mailboxSettings", mailbox, wire, Shape.Default.Write);
    }

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
        json.WriteStrings(mailbox.Hours.Days);
        json.WriteString("startTime", mailbox.Hours.From.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        json.WriteString("endTime", mailbox.Hours.To.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        json.WriteStartObject("timeZone");
        json.WriteString("name", mailbox.Hours.Zone);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
