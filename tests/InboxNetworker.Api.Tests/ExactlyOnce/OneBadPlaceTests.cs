using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using Microsoft.AspNetCore.Http;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>What fails in one place, and for good, stops nothing else.</summary>
public sealed class OneBadPlaceTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly LeapingTime _time = new(Story.Begin);
    private GraphEmulatorHost? _emulator;
    private Gateway? _gateway;
    private Reader? _reader;

    private GraphEmulatorHost Emulator => _emulator!;

    private Gateway Gateway => _gateway!;

    private Reader Reader => _reader!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await GraphEmulatorHost.StartAsync(new Story(11).Content, new GraphEmulatorOptions { TimeProvider = _time, Quirks = false }, TestContext.Current.CancellationToken);
        _gateway = await Gateway.StartAsync(_emulator);
        _reader = new Reader(_emulator, _folder, _time, 1000, _gateway.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await Gateway.DisposeAsync();
        await Emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("cut \\ud83d")]
    [InlineData("cut \\uDE00 and on")]
    [InlineData("cut \u00f0\u009f\u0098")]
    public async Task A_subject_that_was_cut_in_the_middle_of_a_letter_is_read_all_the_same(string subject)
    {
        var peaceful = await PeacefulAsync();
        Gateway.Change = answer => answer.Replace("\"subject\":\"About ", $"\"subject\":\"{subject}", StringComparison.Ordinal)
            .Replace("\"subject\":\"Meeting ", $"\"subject\":\"{subject}", StringComparison.Ordinal);

        await Reader.ReadAsync();

        Assert.Null(Reader.Status.LastError);
        Assert.Equal((peaceful.MessagesRead, peaceful.MeetingsRead), (Reader.Status.MessagesRead, Reader.Status.MeetingsRead));
    }

    [Theory]
    [InlineData(400, "Microsoft 365 did not accept the request")]
    [InlineData(500, "Microsoft 365 cannot be reached right now")]
    public async Task A_folder_that_always_fails_is_told_and_the_others_are_read(int status, string title)
    {
        var peaceful = await PeacefulAsync();
        Gateway.Refuse = request => IsDelta(request, "inbox") ? status : null;

        await Reader.ReadAsync();

        Assert.Equal(SyncState.Failed, Reader.Status.State);
        Assert.Equal(title, Reader.Status.LastError!.Title);
        Assert.Equal(peaceful.MessagesRead - HeldIn("inbox"), Reader.Status.MessagesRead);
        Assert.Equal(peaceful.MeetingsRead, Reader.Status.MeetingsRead);
        await GoesOnAsync(peaceful.Digest);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_read_is_named_and_the_others_are_read()
    {
        var peaceful = await PeacefulAsync();
        Gateway.Refuse = request => IsDelta(request, "projects") || IsDelta(request, "below") ? StatusCodes.Status403Forbidden : null;

        await Reader.ReadAsync();

        Assert.Equal(SyncState.Ready, Reader.Status.State);
        var notice = Assert.Single(Reader.Status.Notices);
        Assert.Equal("2 folders are not read", notice.Title);
        Assert.Contains("«Projects», «Below»", notice.Detail, StringComparison.Ordinal);
        Assert.Equal(peaceful.MessagesRead - HeldIn("projects") - HeldIn("below"), Reader.Status.MessagesRead);
        await GoesOnAsync(peaceful.Digest);
    }

    [Fact]
    public async Task Mail_that_answers_nothing_at_all_is_not_asked_folder_by_folder()
    {
        var peaceful = await PeacefulAsync();
        var out_ = false;
        Gateway.Refuse = request => (out_ |= IsDelta(request, "sentitems")) && request.Path.Value!.Contains("/mailFolders", StringComparison.Ordinal) ? 502 : null;

        await Reader.ReadAsync();

        Assert.Equal("Microsoft 365 cannot be reached right now", Reader.Status.LastError!.Title);
        Assert.Single(Gateway.Refused.Where(r => r.Contains("/delta", StringComparison.Ordinal)).Distinct());
        Assert.InRange(Gateway.Refused.Count, 1, 14);
        Assert.Equal(peaceful.MeetingsRead, Reader.Status.MeetingsRead);
        await GoesOnAsync(peaceful.Digest);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_circle_that_always_fails_is_told_and_everything_else_is_read(int status)
    {
        var peaceful = await PeacefulAsync();
        Gateway.Refuse = request => request.Path.Value!.EndsWith("/people", StringComparison.Ordinal) ? status : null;

        await Reader.ReadAsync();

        Assert.Equal(SyncState.Ready, Reader.Status.State);
        Assert.Contains("Departments and companies", Assert.Single(Reader.Status.Notices).Detail, StringComparison.Ordinal);
        Assert.Equal((peaceful.MessagesRead, peaceful.MeetingsRead), (Reader.Status.MessagesRead, Reader.Status.MeetingsRead));
        await GoesOnAsync(peaceful.Digest);
    }

    [Fact]
    public async Task A_page_of_html_instead_of_an_answer_is_asked_past()
    {
        var peaceful = await PeacefulAsync();
        var asked = new HashSet<string>();
        Gateway.Refuse = request => asked.Add(request.Path.Value!) ? StatusCodes.Status200OK : null;

        await Reader.ReadAsync();

        Assert.True(Gateway.Refused.Count > 10);
        Assert.Null(Reader.Status.LastError);
        Assert.Equal(peaceful.Digest, await Reader.DigestAsync());
    }

    [Fact]
    public async Task A_sign_in_that_has_run_out_stops_the_reading_at_once()
    {
        Gateway.Refuse = request => IsDelta(request, "sentitems") ? StatusCodes.Status401Unauthorized : null;

        await Reader.ReadAsync();

        Assert.Equal("You are signed out", Reader.Status.LastError!.Title);
        Assert.DoesNotContain(Emulator.Requests, r => r.PathAndQuery.Contains("/delta", StringComparison.Ordinal) || r.PathAndQuery.Contains("/calendarView", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_page_that_is_too_large_for_the_service_is_asked_for_in_smaller_ones()
    {
        var peaceful = await PeacefulAsync();
        var sizes = new List<int>();
        Gateway.Refuse = request =>
        {
            if (!IsDelta(request, "inbox"))
            {
                return null;
            }

            var size = int.Parse(request.Headers["Prefer"].ToString().Split("maxpagesize=")[1], System.Globalization.CultureInfo.InvariantCulture);
            sizes.Add(size);
            return size > 25 ? StatusCodes.Status504GatewayTimeout : null;
        };

        await Reader.ReadAsync().WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1000, 1000, 1000, 500, 500, 500, 250, 250, 250, 125, 125, 125, 62, 62, 62, 31, 31, 31, 25], sizes.Take(19));
        Assert.Null(Reader.Status.LastError);
        Assert.Equal(peaceful.Digest, await Reader.DigestAsync());
    }

    /// <summary>The same mailbox without a gateway before it.</summary>
    private async Task<(string Digest, int MessagesRead, int MeetingsRead)> PeacefulAsync()
    {
        await using var reader = new Reader(Emulator, _folder, _time, 1000);
        await reader.ReadThroughAsync();
        return (await reader.DigestAsync(), reader.Status.MessagesRead, reader.Status.MeetingsRead);
    }

    private async Task GoesOnAsync(string digest)
    {
        Gateway.Refuse = _ => null;
        await Reader.ReadAsync();
        Assert.Null(Reader.Status.LastError);
        Assert.Empty(Reader.Status.Notices);
        Assert.Equal(digest, await Reader.DigestAsync());
    }

    private static int HeldIn(string folder) => new Story(11).Content.Messages.Count(m => m.FolderKey == folder);

    private bool IsDelta(HttpRequest request, string folder) =>
        request.Path.Value!.Contains(Emulator.Control.FolderId(folder), StringComparison.Ordinal) && request.Path.Value.Contains("/delta", StringComparison.Ordinal);
}
