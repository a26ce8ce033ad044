using System.Text.Json;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>How the service writes the members of its enumerations: <c>tentativelyAccepted</c>.</summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
