using InboxNetworker.Api.Tests.Hardening;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>
/// A mailbox with names, meetings and a directory, served by an emulator that outlives the program: it can change, and the program can be
/// started again on the same store. Times count back from <see cref="RunningApi.Now"/>.
/// </summary>
internal sealed class ServedMailbox : IAsyncDisposable
{
    private static readonly Recipient Owner = new("Olga Owner", "owner@here.example");
    private static readonly Folder[] Folders =
    [
        new("inbox", "Inbox", "inbox"), new("sentitems", "Sent Items", "sentitems"), new("drafts", "Drafts", "drafts"), new("deleteditems", "Deleted Items", "deleteditems"),
        new("junkemail", "Junk", "junkemail"), new("outbox", "Outbox", "outbox"), new("archive", "Archive", "archive"),
    ];

    private readonly TestFolder _folder = new();
    private readonly List<Message> _messages = [];
    private readonly List<DirectoryPerson> _people = [];
    private GraphEmulatorHost? _emulator;
    private string? _department;

    public MailboxControl Control => _emulator!.Control;

    public string Store => At("store.db");

    /// <summary>In a folder that goes with the mailbox.</summary>
    public string At(string name) => _folder.At(name);

    /// <summary>From now on a token allows this and no more.</summary>
    /// <param name="scopes">As in <c>Mail.ReadBasic User.Read</c>.</param>
    public void Grant(string scopes) => _emulator!.SetGrantedScopes(scopes);

    /// <summary>How often somebody's photo was asked for.</summary>
    public int PhotosAsked => _emulator!.Requests.Count(r => r.PathAndQuery.Contains("/photo", StringComparison.OrdinalIgnoreCase));

    /// <summary>Every path and query that was asked for.</summary>
    public IEnumerable<string> Requests => _emulator!.Requests.Select(r => r.PathAndQuery);

    /// <summary>As in <c>me/messages</c>.</summary>
    public Uri Graph(string path) => new(_emulator!.BaseAddress, $"/v1.0/{path}");

    /// <summary>How often the program was told that its place in a folder is lost.</summary>
    public int PlacesLost => _emulator!.Requests.Count(r => r.Status == StatusGone);

    private const int StatusGone = 410;

    public ServedMailbox Sent(Recipient to, double daysAgo, string subject = "Plans") => Add("sentitems", Owner, to, daysAgo, subject);

    public ServedMailbox Received(Recipient from, double daysAgo, string subject = "Plans") => Add("inbox", from, Owner, daysAgo, subject);

    /// <summary>A mail each way in each of so many weeks, the last one <paramref name="silentDays"/> ago.</summary>
    public ServedMailbox Exchange(Recipient with, int weeks, double silentDays)
    {
        for (var week = 0; week < weeks; week++)
        {
            Sent(with, silentDays + (7 * week) + 0.5).Received(with, silentDays + (7 * week));
        }

        return this;
    }

    /// <summary>The directory knows a person by these addresses.</summary>
    public ServedMailbox Directory(string name, params string[] addresses)
    {
        _people.Add(new DirectoryPerson(name, addresses));
        return this;
    }

    /// <summary>The directory knows a person by this address, with a department.</summary>
    public ServedMailbox Colleague(string name, string department, string address)
    {
        _people.Add(new DirectoryPerson(name, [address], Department: department));
        return this;
    }

    /// <summary>The directory knows a person by this address, with a photo.</summary>
    public ServedMailbox Photographed(string name, string address, byte[] jpeg)
    {
        _people.Add(new DirectoryPerson(name, [address], Photo: jpeg));
        return this;
    }

    /// <summary>The directory knows the owner's department.</summary>
    public ServedMailbox Works(string department)
    {
        _department = department;
        return this;
    }

    /// <summary>Somebody with this name beside the address; without one where it is null.</summary>
    public static Recipient Somebody(string address, string? name = null) => new(name ?? address, address);

    /// <summary>A mail to the owner that comes now, though it may have been sent before.</summary>
    public void Arrive(Recipient from, string subject = "News", double daysAgo = 1 / 1440.0) =>
        Control.AddMessage(new NewMessage("inbox", from, [Owner], subject, RunningApi.Now.AddDays(-daysAgo)));

    /// <summary>A mail of the owner's that stands in Sent Items from now on.</summary>
    public void Send(Recipient to, DateTimeOffset at, string subject = "News") => Control.AddMessage(new NewMessage("sentitems", Owner, [to], subject, at));

    /// <summary>The program, started on the one store of this mailbox, and a reading done.</summary>
    public async Task<RunningApi> ReadAsync(Action<IServiceCollection>? adjust = null, params string[] options)
    {
        _emulator ??= await GraphEmulatorHost.StartAsync(
            new MailboxContent(new Owner(Owner.Name, Owner.Address, [], Department: _department), Folders, _messages, [], _people),
            new GraphEmulatorOptions { TimeProvider = new FakeTimeProvider(RunningApi.Now), Quirks = false },
            TestContext.Current.CancellationToken);
        var api = await RunningApi.StartAsync(
            RunningApi.Now, adjust, ["--graph", _emulator.BaseAddress.GetLeftPart(UriPartial.Authority), "--InboxNetworker:Store:File", Store, .. options]);
        await api.WaitForReadingAsync();
        return api;
    }

    /// <summary>Everything is read again from the beginning, and the program started again on its store.</summary>
    public async Task<RunningApi> ReadAnewAndRestartAsync(RunningApi api)
    {
        Control.ForgetTokens();
        var lost = PlacesLost;
        await api.ReadAgainAsync();
        Assert.True(PlacesLost > lost, "Nothing was read from the beginning.");
        await api.DisposeAsync();
        return await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        _folder.Dispose();
    }

    private ServedMailbox Add(string folder, Recipient from, Recipient to, double daysAgo, string subject)
    {
        LogWatch.NeverSaySubject(subject);
        LogWatch.NeverSayName(from.Name);
        LogWatch.NeverSayName(to.Name);
        var key = $"m{_messages.Count}";
        _messages.Add(new Message(key, folder, from, [to], [], subject, DateTimeOffset.FromUnixTimeSeconds(RunningApi.Now.AddDays(-daysAgo).ToUnixTimeSeconds()), key, $"<{key}@here.example>"));
        return this;
    }
}
