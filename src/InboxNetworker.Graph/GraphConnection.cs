using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace InboxNetworker.Graph;

/// <summary>Who waits for the answer.</summary>
public enum Patience
{
    /// <summary>Reading in the background: waits as long as the service asks.</summary>
    Background,

    /// <summary>A person in front of the pane: a few seconds, then says so.</summary>
    Person,

    /// <summary>The same, and doing it twice would leave two: asked again only where the service did nothing.</summary>
    PersonWriting,
}

/// <summary>How the service is reached, and as whom; and how its busy times, broken answers and expired tokens are borne.</summary>
/// <remarks>
/// The SDK's own retry ignores a fractional Retry-After and gives up after three tries, so that it is switched off and done here.
/// At most <see cref="AtOnce"/> requests run at a time, which is what the service allows an app on one mailbox.
/// </remarks>
public sealed class GraphConnection : IDisposable
{
    public const int AtOnce = 4;

    /// <summary>Whatever the app registration has been granted.</summary>
    private const string DefaultScope = "https://graph.microsoft.com/.default";

    private const int BrokenInARow = 6, BrokenForAPerson = 2, BusyForAPerson = 2;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1), LongestForAPerson = TimeSpan.FromSeconds(5);

    private readonly TokenCredential _credential;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _places = new(AtOnce, AtOnce);
    private readonly HttpClient _http;

    /// <param name="service">As in <c>https://graph.microsoft.com/v1.0</c>. Plain http works on loopback only.</param>
    /// <param name="user">With the application's own token: the object id of the one user whose mailbox may be asked for. Null where the token is the user's.</param>
    /// <remarks>
    /// The SDK's own constructor sends no token to a host outside Microsoft's list, silently; so the one host is allowed by name.
    /// </remarks>
    public GraphConnection(Uri service, TokenCredential credential, TimeProvider time, string? user = null)
    {
        _credential = credential;
        _time = time;
        var handlers = GraphClientFactory.CreateDefaultHandlers();
        var retry = handlers.ToList().FindIndex(h => h is RetryHandler);
        handlers[retry] = new RetryHandler(new RetryHandlerOption { MaxRetry = 0, ShouldRetry = (_, _, _) => false });
        handlers.Insert(0, new ReadableAnswers());
        handlers.Insert(0, new RawAnswer.Taking());
        if (user is not null)
        {
            handlers.Add(new OneMailbox(user));
        }

        handlers.Add(new OneHost(service)); // the last one: a redirect comes by it too
        _http = GraphClientFactory.Create(handlers);
        Client = new GraphServiceClient(
            _http,
            new AzureIdentityAuthenticationProvider(credential, [service.Host], null, true, DefaultScope),
            service.ToString().TrimEnd('/'));
    }

    /// <summary>Told when the service asks to wait, and until when; null when it goes on.</summary>
    public Action<DateTimeOffset?>? Waiting { get; set; }

    internal GraphServiceClient Client { get; }

    /// <summary>To an emulator, which takes any token.</summary>
    public static GraphConnection ToEmulator(Uri service, TimeProvider time) => new(service, new EmulatorCredential(time), time);

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _places.Dispose();
    }

    /// <summary>Asks until there is an answer, or nothing more to hope for now.</summary>
    /// <param name="request">One request; it may be made several times.</param>
    /// <param name="permission">What it needs, as <c>Mail.ReadBasic</c>.</param>
    internal Task<GraphAnswer<T>> AskAsync<T>(Func<Task<T?>> request, string permission, Patience patience, CancellationToken cancellation)
        where T : class => AskAsync(_ => request(), permission, patience, cancellation);

    /// <param name="request">Is told how often the service has timed out over it so far, so that it may ask for less.</param>
    internal async Task<GraphAnswer<T>> AskAsync<T>(Func<int, Task<T?>> request, string permission, Patience patience, CancellationToken cancellation)
        where T : class
    {
        var renewed = false;
        for (int busy = 0, broken = 0, timeouts = 0; ;)
        {
            var soFar = timeouts;
            var attempt = await OnceAsync(() => request(soFar), cancellation).ConfigureAwait(false);
            if (attempt.Value is not null)
            {
                return new(attempt.Value, null);
            }

            timeouts += attempt.Status == 504 ? 1 : 0;
            switch (attempt.Status)
            {
                case 401 when !renewed:
                    renewed = await RenewAsync(cancellation).ConfigureAwait(false);
                    if (renewed)
                    {
                        continue;
                    }

                    break;
                case 429 or 503 or 504 when patience == Patience.Background || (attempt.Status != 504 && busy < BusyForAPerson && (attempt.RetryAfter ?? TimeSpan.Zero) <= LongestForAPerson):
                    await WaitAsync(attempt.RetryAfter ?? Backoff(busy), cancellation).ConfigureAwait(false);
                    busy++;
                    continue;
                case 0 or >= 500 when patience != Patience.PersonWriting && broken < (patience == Patience.Background ? BrokenInARow : BrokenForAPerson):
                    await WaitAsync(patience == Patience.Background ? Backoff(broken) : TimeSpan.FromMilliseconds(200), cancellation).ConfigureAwait(false);
                    broken++;
                    continue;
            }

            return new(null, GraphProblem.Of(attempt.Status, attempt.Code, permission));
        }
    }

    private async Task<GraphAttempt<T>> OnceAsync<T>(Func<Task<T?>> request, CancellationToken cancellation)
        where T : class
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await GraphAttempt<T>.MakeAsync(request, _time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellation)
    {
        var over = Task.Delay(wait, _time, cancellation);
        Waiting?.Invoke(_time.GetUtcNow() + wait);
        try
        {
            await over.ConfigureAwait(false);
        }
        finally
        {
            Waiting?.Invoke(null);
        }
    }

    /// <summary>A claim makes the credential pass over the token it has kept, as for a challenge of continuous access evaluation.</summary>
    private async Task<bool> RenewAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"" + now.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\"}}}";
        try
        {
            await _credential.GetTokenAsync(new TokenRequestContext([DefaultScope], claims: claims, isCaeEnabled: true), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Azure.Identity.AuthenticationFailedException)
        {
            return false;
        }
    }

    private static TimeSpan Backoff(int tries) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tries), LongestBackoff.TotalSeconds));
}
