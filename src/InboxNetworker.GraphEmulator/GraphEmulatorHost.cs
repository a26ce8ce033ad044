using InboxNetworker.GraphEmulator.Batch;
using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;
using InboxNetworker.GraphEmulator.Mail;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.People;
using InboxNetworker.GraphEmulator.Permissions;
using InboxNetworker.GraphEmulator.Service;
using InboxNetworker.GraphEmulator.Subscriptions;
using InboxNetworker.GraphEmulator.Todo;

namespace InboxNetworker.GraphEmulator;

/// <summary>A running emulator: one mailbox, served over http on this computer until disposed.</summary>
public sealed class GraphEmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _log;

    private GraphEmulatorHost(WebApplication app, RequestLog log)
    {
        _app = app;
        _log = log;
        BaseAddress = new Uri(app.Urls.First());
        log.Added += request => Received?.Invoke(request);
    }

    /// <summary>Scheme, host and port; the service root is <c>v1.0</c> below it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The newest requests received (at most 10,000), oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>Raised when a request has been answered, on the thread that answered it.</summary>
    public event Action<ReceivedRequest>? Received;

    /// <summary>How often each fault happened since the start; 0 for one that never did.</summary>
    public IReadOnlyDictionary<FaultKind, int> InjectedFaults => Faults.Injected;

    /// <summary>Changes the owner's calendar while the emulator runs.</summary>
    public CalendarControl Calendar => _app.Services.GetRequiredService<CalendarControl>();

    /// <summary>Changes the mailbox while it is served.</summary>
    public MailboxControl Control => _app.Services.GetRequiredService<MailboxControl>();

    internal MailboxStore Mailbox => _app.Services.GetRequiredService<MailboxStore>();

    /// <summary>Every route of the service that is emulated, as the list of permissions names it.</summary>
    internal IEnumerable<string> Operations =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/v1.0", StringComparison.Ordinal))
            .Select(e => PermissionTable.Operation(e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0], e.RoutePattern.RawText!));

    private InnerRequests Inner => _app.Services.GetRequiredService<InnerRequests>();

    private FaultInjector Faults => _app.Services.GetRequiredService<FaultInjector>();

    /// <exception cref="ArgumentException">An address to listen on is not an http loopback url, a limit is out of its range, or the content contradicts itself.</exception>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<GraphEmulatorHost> StartAsync(MailboxContent content, GraphEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        options ??= new GraphEmulatorOptions();
        if (!LoopbackUrls.TryRead(options.Urls, out var urls, out var problem))
        {
            throw new ArgumentException(problem, nameof(options));
        }

        if (options.Limits.Problem() is { } wrongLimit)
        {
            throw new ArgumentException(wrongLimit, nameof(options));
        }

        var mailbox = new MailboxStore(content, options.TimeProvider, options.Quirks, options.OwnerId, options.Colleagues);
        var log = new RequestLog();
        var permissions = new PermissionCheck(PermissionTable.Load());
        var inner = new InnerRequests();
        var gate = new MailboxGate(options.Limits, options.TimeProvider);

        // The empty builder reads no environment variable and no settings file: those belong to the program that hosts the emulator.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (options.ConsoleLogging)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(mailbox);
        builder.Services.AddSingleton(new CalendarControl(mailbox));
        builder.Services.AddSingleton(new MailboxControl(mailbox));
        builder.Services.AddSingleton(new TodoStore(options.TimeProvider));
        builder.Services.AddSingleton(new Deliveries());
        builder.Services.AddSingleton(inner);
        builder.Services.AddSingleton(log);

        // Made by the container, so that it ends the deliveries under way when the emulator ends.
        builder.Services.AddSingleton(_ => new Subscribers(mailbox, options.TimeProvider, options.Limits.Subscriptions));
        builder.Services.AddSingleton(new OpaqueGrant(options.GrantedScopes));
        builder.Services.AddSingleton(new FaultInjector(options.Faults, options.TimeProvider));

        var app = builder.Build();
        var faults = app.Services.GetRequiredService<FaultInjector>();
        app.Use(next => inner.From(http => RequestFrame.Identify(http, next)));
        app.Use(next => http => RequestFrame.Record(http, next, log));
        app.Use(next => http => RequestFrame.AnswerFailures(http, next));
        app.Use(next => http => RequestFrame.RefuseForeignHosts(http, next));
        app.Use(next => http => RequestFrame.RequireToken(http, next));
        app.Use(next => http => RequestFrame.FlattenPath(http, next));
        app.Use(next => http => gate.Serve(http, next));
        app.Use(next => http => faults.Serve(http, next));
        app.UseRouting();
        app.Use(next => http => UnknownPath.Refuse(http, next));
        app.Use(next => http => permissions.Serve(http, next));
        if (options.Prepared)
        {
            var prepared = new PreparedAnswers(mailbox);
            app.Use(next => http => prepared.Serve(http, next));
        }

        MapRoutes(app);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new GraphEmulatorHost(app, log);
    }

    /// <summary>From now on the faults of <paramref name="plan"/> happen, its requests counted from 1.</summary>
    public void SetFaults(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Faults.Follow(plan);
    }

    /// <summary>What tokens allow from now on that do not say it themselves: permissions separated by spaces, empty for none, null for everything.</summary>
    public void SetGrantedScopes(string? scopes) => _app.Services.GetRequiredService<OpaqueGrant>().Set(scopes);

    /// <summary>Has the subscription told. False when there is none of the id, or it has no lifecycleNotificationUrl.</summary>
    public bool TellLifecycle(string subscriptionId, LifecycleEvent lifecycleEvent)
    {
        ArgumentNullException.ThrowIfNull(subscriptionId);
        return _app.Services.GetRequiredService<Subscribers>().Tell(subscriptionId, lifecycleEvent);
    }

    /// <summary>Serves until the token is cancelled.</summary>
    public Task RunUntilAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>From now on the steps of a batch come in by this door.</summary>
    internal void EnterBy(RequestDelegate door) => Inner.Door = door;

    /// <summary>Answers a request that was received elsewhere.</summary>
    internal async Task EnterAsync(HttpContext http)
    {
        var services = http.RequestServices;
        await using var scope = _app.Services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Inner.Entry(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    /// <summary>The directory knows the user no longer.</summary>
    internal void RemoveUser(Guid id) => Mailbox.Directory.RemoveUser(id);

    internal bool HasSubscription(string id) => _app.Services.GetRequiredService<Subscribers>().TryFind(id, out _);

    private static void MapRoutes(WebApplication app)
    {
        var control = app.MapGroup("/emulator");
        control.MapMailboxControl();
        control.MapRequests();
        control.MapFaults();
        control.MapScopes();
        control.MapLifecycle();
        control.MapCalendarControl();
        control.MapDeliveries();

        var root = app.MapGroup("/v1.0");
        root.MapBatch();
        root.MapSubscriptions();
        root.MapUsers();
        root.MapAbsent();

        var me = root.MapGroup("/me");
        me.MapPeople();
        me.MapContacts();
        me.MapSettings();
        me.MapFolders();
        me.MapMessages();
        me.MapDelta();
        me.MapWriting();
        me.MapSending();
        me.MapTodo();
        me.MapCalendar();
        me.MapViewDelta();
    }
}
