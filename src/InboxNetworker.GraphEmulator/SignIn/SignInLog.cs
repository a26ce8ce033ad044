namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>The requests received, oldest first; at most 10,000.</summary>
internal sealed class SignInLog
{
    private const int Capacity = 10_000;

    private readonly Lock _adding = new();
    private readonly Queue<ReceivedTokenRequest> _requests = new();

    public IReadOnlyList<ReceivedTokenRequest> Snapshot()
    {
        lock (_adding)
        {
            return [.. _requests];
        }
    }

    public static void Note(HttpContext http, SignInError error) => http.Features.Set(error);

    /// <summary>Written down before the client sees the answer.</summary>
    public void Watch(HttpContext http) => http.Response.OnStarting(() =>
    {
        var error = http.Features.Get<SignInError>();
        var form = http.Request.HasFormContentType ? http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form : null;
        var request = new ReceivedTokenRequest(
            (http.Request.Path.Value ?? "").Split('/')[^1],
            Given("grant_type"),
            Given("client_id"),
            Given("scope"),
            error?.Error,
            error?.Code ?? 0);
        lock (_adding)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }

        return Task.CompletedTask;

        string? Given(string name) =>
            form?[name].ToString() is { Length: > 0 } sent ? sent : http.Request.Query[name].ToString() is { Length: > 0 } asked ? asked : null;
    });
}
