using System.Globalization;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>Reads working hours as a client writes them; what it leaves out stays.</summary>
internal static class HoursInput
{
    private static readonly HashSet<string> Days = [.. Enum.GetNames<DayOfWeek>().Select(d => d.ToLowerInvariant())];

    public static bool TryRead(JsonNode? node, WorkingTimes known, out WorkingTimes hours)
    {
        hours = known;
        if (node is not JsonObject input)
        {
            return false;
        }

        foreach (var (name, value) in input)
        {
            switch (name)
            {
                case "daysOfWeek" when value is JsonArray days && days.All(d => d is not null && Days.Contains(d.ToString())):
                    hours = hours with { Days = [.. days.Select(d => d!.ToString())] };
                    break;
                case "startTime" when TimeOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var from):
                    hours = hours with { From = from };
                    break;
                case "endTime" when TimeOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var to):
                    hours = hours with { To = to };
                    break;
                case "timeZone" when value is JsonObject zone && zone["name"] is { } zoneName:
                    hours = hours with { Zone = zoneName.ToString() };
                    break;
                case var annotation when annotation.Contains('@', StringComparison.Ordinal):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
