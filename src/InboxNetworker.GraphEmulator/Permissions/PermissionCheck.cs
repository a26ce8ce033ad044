using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Permissions;

/// <summary>Refuses what the token does not allow, and has the basic permissions see the basic properties only.</summary>
internal sealed class PermissionCheck(PermissionTable table)
{
    public Task Serve(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } || !route.StartsWith("/v1.0/", StringComparison.Ordinal))
        {
            return next(http);
        }

        var operation = PermissionTable.Operation(http.Request.Method, route);
        var grant = Grant.Of(http);
        if (table.Find(operation) is { } accepted && !grant.Allows(accepted))
        {
            return (IsDirectory(operation) ? GraphError.RequestDenied : GraphError.AccessDenied).ExecuteAsync(http);
        }

        var withheld = Withheld.From(operation, grant);
        if (withheld.IsAskedFor(http.Request.Query))
        {
            return GraphError.AccessDenied.ExecuteAsync(http);
        }

        http.Features.Set(withheld);
        return next(http);
    }

    /// <summary>Users, and of a user what the directory holds; everything else here lives in Exchange.</summary>
    private static bool IsDirectory(string operation) =>
        operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["me"] or ["users"] or ["users", _] => true,
            ["me", var part, ..] => IsOfDirectory(part),
            ["users", _, var part, ..] => IsOfDirectory(part),
            _ => false,
        };

    private static bool IsOfDirectory(string part) => part is "manager" or "directreports" or "memberof" or "photo" or "photos";
}
