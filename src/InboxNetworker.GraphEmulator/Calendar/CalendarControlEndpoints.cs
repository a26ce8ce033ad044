using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>Changing the calendar of a running emulator.</summary>
internal static class CalendarControlEndpoints
{
    public static void MapCalendarControl(this IEndpointRouteBuilder control)
    {
        control.MapGet("/events", List);
        control.MapPost("/events", Add);
        control.MapPatch("/events/{id}", Change);
        control.MapDelete("/events/{id}", Delete);
    }

    private static GraphJson List(CalendarControl calendar)
    {
        var events = calendar.Events;
        return new GraphJson(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (var each in events)
            {
                Write(json, each);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> Add(HttpContext http, CalendarControl calendar)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        return EventInputReader.TryReadAdded(body.Content, out var added, out var problem) && calendar.TryAdd(added, out var stored, out problem)
            ? Told(stored, 201)
            : GraphError.BadRequest(problem!);
    }

    private static async Task<IResult> Change(HttpContext http, CalendarControl calendar, string id)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (!EventInputReader.TryReadChange(body.Content, out var change, out var problem) || !calendar.TryChange(id, change, out var stored, out problem))
        {
            return GraphError.BadRequest(problem);
        }

        return stored is null ? GraphError.ItemNotFound : Told(stored, 200);
    }

    private static IResult Delete(CalendarControl calendar, string id)
    {
        if (!calendar.TryDelete(id, out var deleted, out var problem))
        {
            return GraphError.BadRequest(problem);
        }

        return deleted ? Results.NoContent() : GraphError.ItemNotFound;
    }

    private static GraphJson Told(CalendarEvent stored, int status) => new(json => Write(json, stored), status);

    private static void Write(Utf8JsonWriter json, CalendarEvent each)
    {
        json.WriteStartObject();
        json.WriteString("id", each.Id);
        json.WriteString("subject", each.Subject);
        json.WriteString("start", each.Start.UtcDateTime);
        json.WriteString("end", each.End.UtcDateTime);
        json.WriteStartObject("organizer");
        WritePerson(json, each.Organizer.Name, each.Organizer.Address);
        json.WriteEndObject();
        json.WriteStartArray("attendees");
        foreach (var attendee in each.Attendees)
        {
            json.WriteStartObject();
            WritePerson(json, attendee.Name, attendee.Address);
            json.WriteString("type", WireNames.Of(attendee.Type));
            json.WriteString("response", WireNames.Of(attendee.Response));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("ownResponse", WireNames.Of(each.OwnResponse));
        json.WriteNumber("weeks", each.Weeks);
        json.WriteNumber("occurrences", each.Occurrences);
        json.WriteBoolean("isCancelled", each.IsCancelled);
        json.WriteBoolean("isAllDay", each.IsAllDay);
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, string name, string address)
    {
        json.WriteString("name", name);
        json.WriteString("address", address);
    }
}
