using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>The part of a list one request asks for.</summary>
/// <param name="Top">How many items a page holds, 1 or more.</param>
/// <param name="Skip">How many items come before it.</param>
internal sealed record Page(int Top, int Skip, bool Count)
{
    public const int DefaultSize = 10;

    public static bool TryRead(HttpRequest request, int max, [NotNullWhen(true)] out Page? page, [NotNullWhen(false)] out GraphError? error)
    {
        page = null;
        if (!TryNumber(request, "$top", DefaultSize, out var top, out error) || !TryNumber(request, "$skip", 0, out var skip, out error))
        {
            return false;
        }

        if (top < 1)
        {
            error = GraphError.BadRequest($"The value '{top}' for the '$top' query option is not valid; it has to be between 1 and {max}.");
            return false;
        }

        if (top > max)
        {
            error = GraphError.BadRequest($"The limit of '{max}' for Top query has been exceeded. The value from the incoming request is '{top}'.");
            return false;
        }

        page = new Page(top, skip, request.Query["$count"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase));
        return true;
    }

    /// <summary>The address of the next page, null on the last one; every other option is kept as it came.</summary>
    public string? NextLink(HttpRequest request, string root, int total) =>
        (long)Skip + Top >= total ? null : LinkTo(request, root, "$skip", (Skip + Top).ToString(CultureInfo.InvariantCulture));

    public static string LinkTo(HttpRequest request, string root, string option, string value)
    {
        var path = request.Path.ToUriComponent()["/v1.0".Length..];
        var link = new StringBuilder(root).Append(path.StartsWith("/me/", StringComparison.Ordinal) ? Addressed.Of(request.HttpContext) + path["/me".Length..] : path);
        var separator = '?';
        foreach (var (name, values) in request.Query.Where(q => q.Key != option))
        {
            foreach (var given in values)
            {
                link.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(given ?? ""));
                separator = '&';
            }
        }

        return link.Append(separator).Append(Uri.EscapeDataString(option)).Append('=').Append(Uri.EscapeDataString(value)).ToString();
    }

    public static bool TryNumber(HttpRequest request, string option, int absent, out int value, [NotNullWhen(false)] out GraphError? error)
    {
        error = null;
        value = absent;
        var text = request.Query[option].ToString();
        if (text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        error = GraphError.BadRequest($"Invalid value '{text}' for {option} query option found. The {option} query option requires a non-negative integer value.");
        return false;
    }
}
