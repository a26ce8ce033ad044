using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Hosting;

/// <summary>Server-sent events of a value that is watched: as it is now, then every change.</summary>
internal static class ServerEvents
{
    /// <param name="name">Of each event.</param>
    public static ServerSentEventsResult<T> Of<T>(Func<CancellationToken, IAsyncEnumerable<T>> watch, string name, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(UntilStopAsync(watch, name, lifetime, cancellation));

    /// <summary>A stream without an end would hold up the program's stop.</summary>
    private static async IAsyncEnumerable<SseItem<T>> UntilStopAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> watch, string name, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        await foreach (var value in watch(either.Token).ConfigureAwait(false))
        {
            yield return new SseItem<T>(value, name);
        }
    }
}
