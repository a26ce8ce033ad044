using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>Has a subscription told what the service tells when something is wrong with it.</summary>
internal static class LifecycleEndpoint
{
    public static void MapLifecycle(this IEndpointRouteBuilder control) => control.MapPost("/subscriptions/{id}/lifecycle", Tell);

    private static async Task<IResult> Tell(HttpContext http, Subscribers subscribers, string id)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null || !body.TryText("event", out var text, out error))
        {
            return error!;
        }

        if (LifecycleEvents.Parse(text) is not { } lifecycleEvent)
        {
            return GraphError.BadRequest($"event: '{text}' is not one of {string.Join(", ", Enum.GetValues<LifecycleEvent>().Select(e => e.WireName()))}.");
        }

        return subscribers.Tell(id, lifecycleEvent)
            ? Results.Accepted()
            : new GraphError(404, "ResourceNotFound", $"There is no subscription '{id}' with a lifecycleNotificationUrl.");
    }
}
