using InboxNetworker.GraphEmulator;

namespace InboxNetworker.Api.Hosting;

/// <summary>The demo's Microsoft 365: an emulator in this process, or one that runs elsewhere.</summary>
internal sealed class DemoMailbox(Settings settings, TimeProvider time) : IAsyncDisposable
{
    private GraphEmulatorHost? _host;
    private Uri? _service;

    /// <summary>As <c>http://127.0.0.1:41234/v1.0</c>.</summary>
    /// <exception cref="InvalidOperationException">Asked for before <see cref="OpenAsync"/>.</exception>
    public Uri Service => _service ?? throw new InvalidOperationException("The demo has not been opened yet.");

    /// <summary>What the preview is called.</summary>
    public string Label => settings.Demo switch
    {
        { Graph: not null } => "Preview: a mailbox from another emulator, not Outlook",
        { Mailbox: { } file } => $"Preview: {Path.GetFileName(file)}, not Outlook",
        _ => "Preview: sample mailbox, not Outlook",
    };

    /// <summary>What was read from the mailbox file, a line each, for the terminal.</summary>
    public IReadOnlyList<string> Report { get; private set; } = [];

    /// <exception cref="StartException">The mailbox cannot be read, or the options do not fit.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        var demo = settings.Demo;
        if (demo.Graph is { } elsewhere)
        {
            _service = ServiceAt(elsewhere, demo);
            return;
        }

        var (content, report) = DemoContent.Open(demo, time.GetUtcNow());
        Report = report;
        _host = await GraphEmulatorHost.StartAsync(content, new GraphEmulatorOptions { TimeProvider = time }, cancellation).ConfigureAwait(false);
        _service = new Uri(_host.BaseAddress, "v1.0");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Uri ServiceAt(string elsewhere, DemoSettings demo)
    {
        if (demo.Mailbox is not null || demo.Owner is not null || demo.AsOf is not null)
        {
            throw new StartException("--graph uses the mailbox of an emulator that runs elsewhere: give --mailbox, --owner and --as-of to that emulator instead.");
        }

        // The SDK sends a token over plain http on loopback names only.
        if (!Uri.TryCreate(elsewhere, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new StartException($"--graph {elsewhere}: it takes an address as http://127.0.0.1:6001, or https://… for another computer.");
        }

        return address.AbsolutePath.Trim('/').Length == 0 ? new Uri(address, "v1.0") : address;
    }
}

internal static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoMailbox>();
        builder.Services.AddSingleton<Announcement>(services => () => services.GetRequiredService<DemoMailbox>().Report);
    }

    public static Task OpenDemoAsync(this WebApplication app, CancellationToken cancellation) =>
        app.Services.GetRequiredService<Settings>().Mode == Mode.Demo ? app.Services.GetRequiredService<DemoMailbox>().OpenAsync(cancellation) : Task.CompletedTask;
}
