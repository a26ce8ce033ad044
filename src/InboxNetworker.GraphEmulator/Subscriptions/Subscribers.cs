using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>Who is to be told of changes. Ends all deliveries when the emulator does.</summary>
internal sealed class Subscribers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveSubscription> _live = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _counting = new();
    private readonly List<Task> _deliveries = [];
    private readonly MailboxStore _mailbox;
    private readonly TimeProvider _time;
    private readonly int _limit;

    public Subscribers(MailboxStore mailbox, TimeProvider time, int limit)
    {
        (_mailbox, _time, _limit) = (mailbox, time, limit);
        mailbox.Changed += TellChange;
    }

    /// <summary>Without a proxy or cookies, and without following anywhere: a notification goes where it was asked to go.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public IEnumerable<Subscription> All => _live.Values.Select(s => s.Terms).Where(IsAlive).OrderBy(s => s.Id, StringComparer.Ordinal);

    /// <summary>False when there are as many as the service allows.</summary>
    public bool TryAdd(Subscription subscription)
    {
        lock (_counting)
        {
            if (_live.Count >= _limit)
            {
                return false;
            }

            var live = new LiveSubscription(subscription, Http, _time, () => Remove(subscription.Id), _stop.Token);
            _deliveries.RemoveAll(d => d.IsCompleted);
            _deliveries.Add(live.Deliveries);
            return _live.TryAdd(subscription.Id, live);
        }
    }

    public bool TryFind(string id, [NotNullWhen(true)] out LiveSubscription? found) => _live.TryGetValue(id, out found) && IsAlive(found.Terms);

    public bool Remove(string id)
    {
        if (!_live.TryRemove(id, out var removed))
        {
            return false;
        }

        removed.Dispose();
        return true;
    }

    /// <summary>False when there is no such subscription, or it has no address for it. A subscription that is told it was removed is removed.</summary>
    public bool Tell(string id, LifecycleEvent lifecycleEvent)
    {
        if (!TryFind(id, out var live) || !live.Tell(lifecycleEvent))
        {
            return false;
        }

        if (lifecycleEvent == LifecycleEvent.SubscriptionRemoved)
        {
            Remove(id);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _mailbox.Changed -= TellChange;
        await _stop.CancelAsync();
        foreach (var id in _live.Keys)
        {
            Remove(id);
        }

        await Task.WhenAll(_deliveries);
        Http.Dispose();
        _stop.Dispose();
    }

    private void TellChange(MailboxChange change)
    {
        foreach (var live in _live.Values)
        {
            var terms = live.Terms;
            if (IsAlive(terms) && terms.ChangeKinds.Contains(change.Kind) && terms.Resource.Covers(change, _mailbox))
            {
                live.Add(Notification.OfChange(terms, change, _mailbox));
            }
        }
    }

    private bool IsAlive(Subscription subscription) => subscription.Expires > _time.GetUtcNow();
}
