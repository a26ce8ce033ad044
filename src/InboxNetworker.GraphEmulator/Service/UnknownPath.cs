using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>What the service says of paths it has no resource for, and of methods a resource does not know.</summary>
internal static class UnknownPath
{
    public static Task Refuse(HttpContext http, RequestDelegate next)
    {
        // Routing chooses an endpoint that is no route where the path is known and the method is not.
        var answer = http.GetEndpoint() switch
        {
            RouteEndpoint => null,
            null => Unknown((http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)),
            _ => new GraphError(405, "MethodNotAllowed", "Specified HTTP method is not allowed for the request target."),
        };
        return answer is null ? next(http) : answer.ExecuteAsync(http);
    }

    private static GraphError Unknown(string[] segments) => segments switch
    {
        ["v1.0", .., var last] => GraphError.SegmentNotFound(last),
        ["beta", ..] => GraphError.NotEmulated("the beta endpoint"),
        _ => GraphError.BadRequest("Invalid version."),
    };
}
