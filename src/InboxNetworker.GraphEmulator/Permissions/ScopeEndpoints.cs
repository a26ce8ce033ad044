using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Permissions;

/// <summary>Changing what tokens allow while the emulator runs.</summary>
internal static class ScopeEndpoints
{
    public static void MapScopes(this IEndpointRouteBuilder control)
    {
        control.MapGet("/scopes", (OpaqueGrant opaque) => Told(opaque));
        control.MapPost("/scopes", Change);
    }

    private static async Task<IResult> Change(HttpContext http, OpaqueGrant opaque)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (!body.TryText("scopes", out var scopes, out error))
        {
            return error;
        }

        opaque.Set(scopes);
        return Told(opaque);
    }

    private static GraphJson Told(OpaqueGrant opaque) => new(json =>
    {
        json.WriteStartObject();
        json.WriteString("scopes", opaque.Current.Scopes is { } scopes ? string.Join(' ', scopes.Order(StringComparer.Ordinal)) : null);
        json.WriteEndObject();
    });
}
