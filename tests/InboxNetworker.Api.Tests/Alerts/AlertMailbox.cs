using System.Net.ServerSentEvents;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Api.Tests.Alerts;

/// <summary>A mailbox in which somebody has just begun to fade, and the program over it. Times count back from <see cref="RunningApi.Now"/>, a Monday at noon.</summary>
internal sealed class AlertMailbox : IAsyncDisposable
{
    public const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example";

    public static readonly Recipient Owner = new("Olga Owner", "owner@here.example");

    private static readonly Folder[] Folders =
    [
        new("inbox", "Inbox", "inbox"), new("sentitems", "Sent Items", "sentitems"), new("drafts", "Drafts", "drafts"), new("deleteditems", "Deleted Items", "deleteditems"),
        new("junkemail", "Junk", "junkemail"), new("outbox", "Outbox", "outbox"), new("archive", "Archive", "archive"),
    ];

    private readonly TestFolder _folder = new();
    private readonly List<Message> _messages = [];
    private readonly List<Meeting> _meetings = [];
    private readonly List<DirectoryPerson> _people = [];
    private GraphEmulatorHost? _emulator;

    public GraphEmulatorHost Emulator => _emulator!;

    /// <summary>A mail each way in each of so many weeks, every so many days, the last one so many days ago.</summary>
    public AlertMailbox Exchange(Recipient with, int weeks, double silentDays, int rhythm = 7, string subject = "Plans")
    {
        for (var week = 0; week < weeks; week++)
        {
            Mail("sentitems", Owner, with, silentDays + (rhythm * week) + 0.5, subject).Mail("inbox", with, Owner, silentDays + (rhythm * week), subject);
        }

        return this;
    }

    public AlertMailbox Mail(string folder, Recipient from, Recipient to, double daysAgo, string subject = "Plans")
    {
        var key = $"m{_messages.Count}";
        _messages.Add(new Message(key, folder, from, [to], [], subject, DateTimeOffset.FromUnixTimeSeconds(RunningApi.Now.AddDays(-daysAgo).ToUnixTimeSeconds()), key, $"<{key}@here.example>"));
        return this;
    }

    public AlertMailbox Meets(string subject, double inDays, params Recipient[] with)
    {
        var start = RunningApi.Now.AddDays(inDays);
        _meetings.Add(new Meeting($"e{_meetings.Count}", subject, start, start.AddHours(1), Owner, [.. with.Select(w => new Attendee(w.Name, w.Address, AttendeeType.Required, Response.Accepted))], Response.Organizer));
        return this;
    }

    /// <summary>The directory knows a person, whose account is closed.</summary>
    public AlertMailbox Left(Recipient who)
    {
        _people.Add(new DirectoryPerson(who.Name, [who.Address], AccountEnabled: false));
        return this;
    }

    /// <param name="scopes">What the token allows; null for everything.</param>
    public async Task<RunningApi> ReadAsync(string? scopes = null, params string[] options)
    {
        _emulator ??= await GraphEmulatorHost.StartAsync(
            new MailboxContent(new Owner(Owner.Name, Owner.Address, []), Folders, _messages, _meetings, _people),
            new GraphEmulatorOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RunningApi.Now), Quirks = false, GrantedScopes = scopes },
            TestContext.Current.CancellationToken);
        var api = await RunningApi.StartAsync(
            ["--graph", _emulator.BaseAddress.GetLeftPart(UriPartial.Authority), "--InboxNetworker:Store:File", _folder.At("store.db"), .. options]);
        await api.WaitForReadingAsync();

        // In a mailbox of two or three people hardly anything is known of who comes back; most of those here do not.
        await api.Services.GetRequiredService<IDbContextFactory<NetworkContext>>().UseAsync(
            db => db.Mailboxes.ExecuteUpdateAsync(set => set.SetProperty(m => m.CalibratedAt, RunningApi.Now).SetProperty(m => m.CalibrationShift, -3).SetProperty(m => m.CalibrationSlope, 1), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return api;
    }

    /// <summary>What was asked for, and the round after it.</summary>
    public static async Task<JsonElement> TurnOnAsync(
        RunningApi api, bool pane = false, bool infoBar = false, bool digest = false, int digestEveryWeeks = 1, bool toDo = false, bool calendar = false, int perWeek = 3)
    {
        using var answer = await api.PutAsync("/api/alerts/settings", new { perWeek, pane, infoBar, digest, digestEveryWeeks, toDo, calendar });
        answer.EnsureSuccessStatusCode();
        await RoundAsync(api);
        return await api.GetAsync("/api/alerts/settings");
    }

    /// <summary>A round, begun and ended.</summary>
    public static Task RoundAsync(RunningApi api) => api.Services.GetRequiredService<IGrainFactory>().GetGrain<Api.Alerts.IAlertGrain>("Demo").RunAsync();

    public static async Task<JsonElement> AlertAsync(RunningApi api) => Assert.Single((await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray());

    /// <summary>What arrived at the service.</summary>
    public async Task<(IReadOnlyList<JsonElement> Mails, IReadOnlyList<JsonElement> Tasks)> DeliveriesAsync()
    {
        using var http = new HttpClient();
        var all = JsonDocument.Parse(await http.GetStringAsync(new Uri(Emulator.BaseAddress, "/emulator/deliveries"), TestContext.Current.CancellationToken)).RootElement;
        return ([.. all.GetProperty("mails").EnumerateArray()], [.. all.GetProperty("tasks").EnumerateArray()]);
    }

    public static async IAsyncEnumerable<JsonElement> WatchAsync(RunningApi api)
    {
        await using var stream = await api.Client.GetStreamAsync("/api/alerts/events", TestContext.Current.CancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal("alerts", item.EventType);
            yield return JsonDocument.Parse(item.Data).RootElement;
        }
    }

    public static Recipient Somebody(string address, string name) => new(name, address);

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        _folder.Dispose();
    }
}
