using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>Switching the faults of a running emulator, and reading what it did so far.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapGet("/faults", (FaultInjector faults) => Told(faults));
        control.MapPost("/faults", Switch);
    }

    private static async Task<IResult> Switch(HttpContext http, FaultInjector faults)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (!body.TryText("faults", out var text, out error))
        {
            return error;
        }

        if (!FaultPlan.TryParse(text ?? "", out var plan, out var problem))
        {
            return GraphError.BadRequest($"faults: {problem}");
        }

        faults.Follow(plan);
        return Told(faults);
    }

    private static GraphJson Told(FaultInjector faults) => new(json =>
    {
        json.WriteStartObject();
        json.WriteString("faults", faults.Plan.ToString());
        json.WriteStartObject("injected");
        foreach (var (kind, count) in faults.Injected)
        {
            json.WriteNumber(kind.Name(), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}
