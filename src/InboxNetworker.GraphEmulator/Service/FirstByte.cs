using InboxNetworker.GraphEmulator.Faults;
using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>
/// What has to be done before the client can see anything of the answer: then it is written down, and its place is free for the next.
/// Later would be too late for a client that asks on as soon as it has read the end.
/// </summary>
internal sealed class FirstByte(bool isInBatch)
{
    private readonly Lock _adding = new();
    private List<Action> _before = [];

    /// <summary>Whether the request came inside another.</summary>
    public bool IsInBatch { get; } = isInBatch;

    /// <summary>The fault the request met, null without one.</summary>
    public FaultKind? Fault { get; set; }

    public static FirstByte Of(HttpContext http) => http.Features.GetRequiredFeature<FirstByte>();

    public void Before(Action action)
    {
        lock (_adding)
        {
            _before.Add(action);
        }
    }

    /// <summary>Every action is done once, however often this is called.</summary>
    public void GoesOut()
    {
        List<Action> due;
        lock (_adding)
        {
            (due, _before) = (_before, []);
        }

        foreach (var action in due)
        {
            action();
        }
    }
}
