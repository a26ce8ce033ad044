using InboxNetworker.Api.Alerts;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hardening;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data;
using InboxNetworker.GraphEmulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>The product's reading as the program composes it, over a store of its own; it can be killed and started again.</summary>
/// <param name="service">What stands before the emulator; null for nothing.</param>
internal sealed class Reader(GraphEmulatorHost emulator, TestFolder folder, LeapingTime time, int pageSize, Uri? service = null) : IAsyncDisposable
{
    private readonly string _store = folder.At($"{Guid.NewGuid():N}.db");
    private readonly KillsAtCommand _kills = new();
    private WebApplication? _app;

    public SyncStatus Status => _app!.Services.GetRequiredService<SyncBoard>().Status;

    /// <summary>Reads until it ends by itself, or is killed: at an answer of the service, or at a command to the store.</summary>
    /// <param name="killAtRequest">Counted from 1; 0 for never.</param>
    /// <param name="killAtCommand">The same.</param>
    public Task ReadAsync(int killAtRequest = 0, int killAtCommand = 0) =>
        RunAsync((services, killed) => services.GetRequiredService<MailboxReader>().ReadAsync(() => false, killed), killAtRequest, killAtCommand);

    /// <inheritdoc cref="ReadAsync"/>
    /// <summary>The same with other work of the program.</summary>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> RunAsync(Func<IServiceProvider, CancellationToken, Task> work, int killAtRequest = 0, int killAtCommand = 0)
    {
        using var killed = new CancellationTokenSource();
        if (_app is null)
        {
            await StartAsync();
        }

        _kills.At(killAtCommand, killed);
        var requests = 0;
        void Count(ReceivedRequest request)
        {
            if (Interlocked.Increment(ref requests) == killAtRequest)
            {
                killed.Cancel();
            }
        }

        emulator.Received += Count;
        try
        {
            await work(_app!.Services, killed.Token);
        }
        finally
        {
            emulator.Received -= Count;
            _kills.At(0, null);
        }

        if (killed.IsCancellationRequested)
        {
            await StopAsync();
        }

        return killed.IsCancellationRequested;
    }

    /// <summary>Reads until a reading goes through.</summary>
    public async Task ReadThroughAsync()
    {
        for (var times = 1; ; times++)
        {
            await ReadAsync();
            if (Status.State == SyncState.Ready)
            {
                return;
            }

            Assert.True(times < 50, $"After {times} readings: {Status.LastError}");
        }
    }

    public async Task<string> DigestAsync() =>
        (await _app!.Services.GetRequiredService<StoreDigest>().OfAsync(_app.Services.GetRequiredService<CurrentMailbox>().Id, TestContext.Current.CancellationToken))!;

    public async Task<T> InStoreAsync<T>(Func<NetworkContext, Task<T>> work)
    {
        if (_app is null)
        {
            await StartAsync();
        }

        return await _app!.Services.GetRequiredService<IDbContextFactory<NetworkContext>>().UseAsync(work, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StartAsync()
    {
        var builder = Startup.CreateBuilder(
        [
            "--urls", "http://127.0.0.1:0",
            "--graph", (service ?? emulator.BaseAddress).GetLeftPart(UriPartial.Authority),
            "--InboxNetworker:Store:File", _store,
            "--InboxNetworker:Reading:PageSize", $"{pageSize}",
            "--InboxNetworker:Reading:HistoryDays", "400",
        ]);
        builder.AddSettings();
        builder.AddSessions();
        builder.AddDemo();
        builder.AddStore();
        builder.AddSignIn();
        builder.AddGraphMailbox();
        builder.AddReading();
        builder.AddAlerts();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        // One for all, so that EF Core does not build its model and its queries anew for each start.
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(LogWatch.Factory));
        builder.Services.ConfigureDbContext<NetworkContext>(options => options.AddInterceptors(_kills));
        _app = builder.Build();
        await _app.PrepareAsync(TestContext.Current.CancellationToken);
    }

    private async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            _app = null;
        }
    }

    private sealed class KillsAtCommand : DbCommandInterceptor
    {
        private int _left;
        private CancellationTokenSource? _killed;

        /// <param name="number">Counted from now; 0 for never.</param>
        public void At(int number, CancellationTokenSource? killed) => (_left, _killed) = (number, killed);

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        private void Count()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _killed?.Cancel();
            }
        }
    }
}
