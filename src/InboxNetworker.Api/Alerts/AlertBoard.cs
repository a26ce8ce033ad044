using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Alerts;

/// <param name="Open">Neither over nor put away.</param>
/// <param name="Unseen">For the badge; 0 as long as alerts in the pane are off.</param>
/// <param name="At">When that was so.</param>
public sealed record AlertStatus(int Open, int Unseen, DateTimeOffset? At);

/// <summary>How many alerts there are, for everybody who watches.</summary>
internal sealed class AlertBoard
{
    private readonly Watched<AlertStatus> _status = new(new AlertStatus(0, 0, null));

    public void Tell(AlertStatus status) => _status.Change(_ => status);

    public IAsyncEnumerable<AlertStatus> WatchAsync(CancellationToken cancellation) => _status.WatchAsync(cancellation);
}
