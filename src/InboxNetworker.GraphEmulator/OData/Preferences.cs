using System.Globalization;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>What the <c>Prefer</c> header of one request asks for; unknown preferences are ignored, as the service does.</summary>
/// <param name="MaxPageSize">At least 1; null when absent or not a positive number.</param>
internal sealed record Preferences(bool ImmutableIds, int? MaxPageSize, bool TextBody, string? TimeZone)
{
    public static Preferences Of(HttpRequest request)
    {
        var immutable = false;
        var text = false;
        int? pageSize = null;
        string? zone = null;
        foreach (var line in request.Headers[GraphHeaders.Prefer])
        {
            foreach (var part in (line ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                var name = equals < 0 ? part : part[..equals].TrimEnd();
                var value = equals < 0 ? "" : part[(equals + 1)..].Trim().Trim('"');
                switch (name.ToLowerInvariant())
                {
                    case "idtype":
                        immutable = value.Equals("ImmutableId", StringComparison.OrdinalIgnoreCase);
                        break;
                    case "odata.maxpagesize" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0:
                        pageSize = size;
                        break;
                    case "outlook.body-content-type":
                        text = value.Equals("text", StringComparison.OrdinalIgnoreCase);
                        break;
                    case "outlook.timezone":
                        zone = value;
                        break;
                }
            }
        }

        return new Preferences(immutable, pageSize, text, zone);
    }
}
