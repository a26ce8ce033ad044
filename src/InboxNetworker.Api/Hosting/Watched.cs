using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InboxNetworker.Api.Hosting;

/// <summary>A value that changes, for everybody who asks or watches. A slow watcher misses what was in between, never the newest.</summary>
internal sealed class Watched<T>(T initial)
{
    private readonly Lock _gate = new();
    private readonly List<Channel<T>> _watchers = [];
    private T _value = initial;

    public T Value
    {
        get
        {
            lock (_gate)
            {
                return _value;
            }
        }
    }

    public void Change(Func<T, T> change)
    {
        lock (_gate)
        {
            _value = change(_value);
            _watchers.ForEach(w => w.Writer.TryWrite(_value));
        }
    }

    /// <summary>The value now, then every change, until cancelled: then it ends without an error.</summary>
    public async IAsyncEnumerable<T> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var watcher = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var ended = cancellation.Register(() => watcher.Writer.TryComplete());
        lock (_gate)
        {
            watcher.Writer.TryWrite(_value);
            _watchers.Add(watcher);
        }

        try
        {
            await foreach (var value in watcher.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return value;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(watcher);
            }
        }
    }
}
