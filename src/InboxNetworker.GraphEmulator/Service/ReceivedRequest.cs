using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.GraphEmulator;

/// <summary>A request as the emulator received it, without its body.</summary>
/// <param name="PathAndQuery">As sent, percent-encoded.</param>
/// <param name="Prefer">The <c>Prefer</c> header, null without one.</param>
/// <param name="Status">The status it was answered with.</param>
/// <param name="Fault">The fault it met by the plan, null without one.</param>
public sealed record ReceivedRequest(string Method, string PathAndQuery, string? Prefer, int Status, FaultKind? Fault = null);

/// <summary>The newest requests, oldest first.</summary>
internal sealed class RequestLog
{
    /// <summary>Older requests are forgotten.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _adding = new();
    private readonly Queue<ReceivedRequest> _requests = new();

    /// <summary>Raised when a request has been answered.</summary>
    public event Action<ReceivedRequest>? Added;

    public void Add(ReceivedRequest request)
    {
        lock (_adding)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }

        Added?.Invoke(request);
    }

    public IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (_adding)
        {
            return [.. _requests];
        }
    }
}
