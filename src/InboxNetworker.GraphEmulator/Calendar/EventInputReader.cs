using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>Reads what is written of an event to the emulator's own routes. An unknown name or a wrong value is a problem told in a sentence; null is the same as not written.</summary>
internal static class EventInputReader
{
    private static readonly string[] Changeable = ["subject", "start", "end", "attendees", "isCancelled", "ownResponse"];
    private static readonly string[] Addable = [.. Changeable, "organizer", "weeks", "occurrences", "isAllDay"];
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
    private static readonly string[] OfPerson = ["name", "address"];
    private static readonly string[] OfAttendee = [.. OfPerson, "type", "response"];

    public static bool TryReadAdded(JsonObject body, [NotNullWhen(true)] out EventToAdd? added, [NotNullWhen(false)] out string? problem)
    {
        added = null;
        var recipient = new Recipient("", "");
        if (!TryNames(body, "", Addable, out problem)
            || !TryChange(body, out var change, out problem)
            || !TryWhole(body, "weeks", 0, out var weeks, out problem)
            || !TryWhole(body, "occurrences", 1, out var occurrences, out problem)
            || !TryBool(body, "isAllDay", out var allDay, out problem)
            || (body["organizer"] is { } organizer && !TryPerson(organizer, "organizer", OfPerson, out recipient, out problem)))
        {
            return false;
        }

        if (change is not { Subject: { } subject, Start: { } start, End: { } end })
        {
            problem = "subject, start and end are needed.";
            return false;
        }

        added = new EventToAdd(subject, start, end, body["organizer"] is null ? null : recipient, change.Attendees, change.OwnResponse, weeks, occurrences, change.IsCancelled ?? false, allDay ?? false);
        return true;
    }

    public static bool TryReadChange(JsonObject body, [NotNullWhen(true)] out EventChange? change, [NotNullWhen(false)] out string? problem)
    {
        change = null;
        return TryNames(body, "", Changeable, out problem) && TryChange(body, out change, out problem);
    }

    private static bool TryChange(JsonObject body, [NotNullWhen(true)] out EventChange? change, [NotNullWhen(false)] out string? problem)
    {
        change = null;
        IReadOnlyList<Attendee>? attendees = null;
        if (!TryText(body, "subject", "", out var subject, out problem)
            || !TryTime(body, "start", out var start, out problem)
            || !TryTime(body, "end", out var end, out problem)
            || !TryBool(body, "isCancelled", out var cancelled, out problem)
            || !TryNamed<Response>(body, "ownResponse", "", out var answer, out problem)
            || (body["attendees"] is { } listed && !TryAttendees(listed, out attendees, out problem)))
        {
            return false;
        }

        change = new EventChange(subject, start, end, attendees, cancelled, answer);
        return true;
    }

    private static bool TryAttendees(JsonNode listed, [NotNullWhen(true)] out IReadOnlyList<Attendee>? attendees, [NotNullWhen(false)] out string? problem)
    {
        attendees = null;
        if (listed is not JsonArray array)
        {
            problem = "attendees: a list is expected.";
            return false;
        }

        var read = new List<Attendee>();
        for (var i = 0; i < array.Count; i++)
        {
            var at = $"attendees[{i}]";
            if (!TryPerson(array[i], at, OfAttendee, out var person, out problem)
                || !TryNamed<AttendeeType>(array[i]!.AsObject(), "type", at + ".", out var type, out problem)
                || !TryNamed<Response>(array[i]!.AsObject(), "response", at + ".", out var response, out problem))
            {
                return false;
            }

            read.Add(new Attendee(person.Name, person.Address, type ?? AttendeeType.Required, response ?? Response.None));
        }

        (attendees, problem) = (read, null);
        return true;
    }

    private static bool TryPerson(JsonNode? node, string at, string[] names, out Recipient person, [NotNullWhen(false)] out string? problem)
    {
        person = new Recipient("", "");
        if (node is not JsonObject content)
        {
            problem = $"{at}: an object with name and address is expected.";
            return false;
        }

        if (!TryNames(content, at + ".", names, out problem) || !TryText(content, "name", at + ".", out var name, out problem) || !TryText(content, "address", at + ".", out var address, out problem))
        {
            return false;
        }

        if (address is null)
        {
            problem = $"{at}.address: an e-mail address is needed.";
            return false;
        }

        person = new Recipient(string.IsNullOrEmpty(name) ? address : name, address);
        return true;
    }

    private static bool TryNames(JsonObject content, string at, string[] names, [NotNullWhen(false)] out string? problem)
    {
        var unknown = content.Select(p => p.Key).FirstOrDefault(k => !names.Contains(k));
        problem = unknown is null ? null : $"{at}{unknown}: cannot be set here; known are {string.Join(", ", names)}.";
        return problem is null;
    }

    private static bool TryText(JsonObject content, string name, string at, out string? text, [NotNullWhen(false)] out string? problem)
    {
        text = null;
        problem = content[name] is null || (content[name] is JsonValue value && value.TryGetValue(out text)) ? null : $"{at}{name}: a text is expected.";
        return problem is null;
    }

    private static bool TryBool(JsonObject content, string name, out bool? read, [NotNullWhen(false)] out string? problem)
    {
        read = content[name]?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        problem = content[name] is null || read is not null ? null : $"{name}: true or false is expected.";
        return problem is null;
    }

    private static bool TryWhole(JsonObject content, string name, int absent, out int read, [NotNullWhen(false)] out string? problem)
    {
        read = absent;
        problem = content[name] is null || (content[name] is JsonValue value && value.TryGetValue(out read)) ? null : $"{name}: a whole number is expected.";
        return problem is null;
    }

    private static bool TryTime(JsonObject content, string name, out DateTimeOffset? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        if (!TryText(content, name, "", out var text, out problem) || text is null)
        {
            return problem is null;
        }

        if (!DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            problem = $"{name}: a time in the form 2026-03-02T12:00:00Z is expected.";
            return false;
        }

        read = time;
        return true;
    }

    private static bool TryNamed<T>(JsonObject content, string name, string at, out T? read, [NotNullWhen(false)] out string? problem)
        where T : struct, Enum
    {
        read = null;
        if (!TryText(content, name, at, out var text, out problem) || text is null)
        {
            return problem is null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (text == WireNames.Of(value))
            {
                read = value;
                return true;
            }
        }

        problem = $"{at}{name}: one of {string.Join(", ", Enum.GetValues<T>().Select(v => WireNames.Of(v)))} is expected.";
        return false;
    }
}
