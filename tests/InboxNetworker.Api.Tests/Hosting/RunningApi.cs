using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hardening;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>The real program on a free port of this computer, with a clock that stands still.</summary>
internal sealed class RunningApi : IAsyncDisposable
{
    /// <summary>A Monday at noon.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private bool _stopped;

    private RunningApi(WebApplication app, FakeTimeProvider time)
    {
        _app = app;
        Time = time;
        Client = NewClient();
        LogWatch.NeverSay(Services.GetRequiredService<StartSecret>().Value);
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    /// <summary>Another one, that has the secret of this start as the pages have it.</summary>
    public HttpClient NewClient() => new()
    {
        BaseAddress = new Uri(_app.Urls.Single()),
        DefaultRequestHeaders = { { StartSecret.Header, Services.GetRequiredService<StartSecret>().Value } },
    };

    /// <param name="options">As on the command line.</param>
    public static Task<RunningApi> StartAsync(params string[] options) => StartAsync(Now, options);

    public static Task<RunningApi> StartAsync(DateTimeOffset now, params string[] options) => StartAsync(new FakeTimeProvider(now), null, options);

    public static Task<RunningApi> StartAsync(FakeTimeProvider time, params string[] options) => StartAsync(time, null, options);

    public static Task<RunningApi> StartAsync(DateTimeOffset now, Action<IServiceCollection>? adjust, params string[] options) => StartAsync(new FakeTimeProvider(now), adjust, options);

    /// <param name="adjust">As the disk, that may be full.</param>
    private static async Task<RunningApi> StartAsync(FakeTimeProvider time, Action<IServiceCollection>? adjust, params string[] options)
    {
        var app = Program.Build(
            ["--urls", "http://127.0.0.1:0", .. options],
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                services.RemoveAll<ILoggerProvider>();
                services.AddSingleton(LogWatch.Provider);
                adjust?.Invoke(services);
            });
        try
        {
            await app.PrepareAsync(TestContext.Current.CancellationToken);
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new RunningApi(app, time);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Started, and its mailbox read.</summary>
    public static async Task<RunningApi> ReadAsync(MailboxFile mailbox, params string[] options)
    {
        var api = await StartAsync(["--mailbox", mailbox.Path, "--owner", MailboxFile.Owner, .. options]);
        await api.WaitForReadingAsync();
        return api;
    }

    /// <summary>Watches the events until a reading has ended; where it waits for the service, the clock is moved on.</summary>
    /// <returns>The last status.</returns>
    public async Task<JsonElement> WaitForReadingAsync()
    {
        await foreach (var status in WatchAsync())
        {
            if (status.GetProperty("state").GetString() is "ready" or "failed")
            {
                return status;
            }

            Wait(status);
        }

        throw new InvalidOperationException("The events ended before the reading did.");
    }

    /// <summary>Asks for another reading, a second later, and waits for its end.</summary>
    /// <returns>The last status.</returns>
    public async Task<JsonElement> ReadAgainAsync()
    {
        var hadFailed = (await WatchAsync().FirstAsync(TestContext.Current.CancellationToken)).GetProperty("state").GetString() == "failed";
        Time.Advance(TimeSpan.FromSeconds(1));
        var asked = Time.GetUtcNow();
        (await PostAsync("/api/sync")).Dispose();
        await foreach (var status in WatchAsync())
        {
            var readAt = status.GetProperty("lastReadAt");
            if (!status.GetProperty("running").GetBoolean()
                && ((readAt.ValueKind == JsonValueKind.String && readAt.GetDateTimeOffset() >= asked) || (!hadFailed && status.GetProperty("state").GetString() == "failed")))
            {
                return status;
            }

            Wait(status);
        }

        throw new InvalidOperationException("The events ended before the reading did.");
    }

    public async IAsyncEnumerable<JsonElement> WatchAsync()
    {
        await using var stream = await Client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            yield return JsonDocument.Parse(item.Data).RootElement;
        }
    }

    public async Task<JsonElement> GetAsync(string path) =>
        await Client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> PutAsync(string path, object body) =>
        await Client.PutAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        await Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    /// <summary>The id behind an address.</summary>
    public async Task<string> IdOfAsync(string address) =>
        (await GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact").GetProperty("id").GetString()!;

    /// <summary>A second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private void Wait(JsonElement status)
    {
        if (status.GetProperty("waitingUntil").ValueKind == JsonValueKind.String && status.GetProperty("waitingUntil").GetDateTimeOffset() is var until && until > Time.GetUtcNow())
        {
            Time.SetUtcNow(until);
        }
    }
}
