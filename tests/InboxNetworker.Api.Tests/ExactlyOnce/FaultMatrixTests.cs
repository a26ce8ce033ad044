using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>Each thing that can go wrong at the service, alone and often: reading goes through, and ends as without it.</summary>
public sealed class FaultMatrixTests
{
    public static TheoryData<string, FaultKind> Faults => new()
    {
        { "seed=3,429=0.4", FaultKind.Throttled },
        { "seed=4,503=0.4", FaultKind.Unavailable },
        { "seed=5,504=0.4", FaultKind.TimedOut },
        { "seed=6,reset=0.25", FaultKind.Reset },
        { "seed=7,truncate=0.25", FaultKind.Truncated },
        { "seed=8,slow=0.4", FaultKind.Slow },
        { "seed=9,expire=0.25", FaultKind.Expired },
        { "seed=10,401=0.2", FaultKind.Unauthorized },
        { "seed=11,html=0.3", FaultKind.Html },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Reading_goes_through_whatever_the_service_does(string faults, FaultKind kind)
    {
        Assert.True(FaultPlan.TryParse(faults, out var plan, out var problem), problem);
        var (peaceful, _) = await ReadAsync(FaultPlan.None);

        var (disturbed, injected) = await ReadAsync(plan!);

        Assert.Equal(peaceful, disturbed);
        Assert.True(injected[kind] > 5, $"only {injected[kind]} times");
    }

    [Theory]
    [InlineData("seed=1,429=0.5", FaultKind.Throttled)]
    [InlineData("seed=1,html=0.5", FaultKind.Html)]
    public async Task Waiting_is_done_as_the_service_asks_and_told_meanwhile(string faults, FaultKind kind)
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        var plan = FaultPlan.TryParse(faults, out var parsed, out _) ? parsed! with { RetryAfterSeconds = new RetryAfterRange(600, 600) } : FaultPlan.None;
        await using var emulator = await GraphEmulatorHost.StartAsync(new Story(1).Content, new GraphEmulatorOptions { TimeProvider = time, Faults = plan }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);

        await reader.ReadThroughAsync();

        // Some of the refusals name no time; those that do name ten minutes.
        var refused = emulator.InjectedFaults[kind];
        Assert.True(refused > 5);
        Assert.True(time.GetUtcNow() - Story.Begin > TimeSpan.FromMinutes(10 * (refused / 3.0)), $"{refused} refusals, and only {time.GetUtcNow() - Story.Begin} waited");
        Assert.Null(reader.Status.WaitingUntil);
    }

    [Fact]
    public async Task Never_more_than_four_requests_are_under_way()
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(new Story(2).Content, new GraphEmulatorOptions { TimeProvider = time }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 3);

        await reader.ReadThroughAsync();

        Assert.DoesNotContain(emulator.Requests, r => r.Status == 429);
    }

    [Theory]
    [InlineData("User.Read People.Read Calendars.ReadBasic", "Mail.ReadBasic", "The permission Mail.ReadBasic is missing")]
    [InlineData("User.Read People.Read Mail.ReadBasic", "Calendars.ReadBasic", "The permission Calendars.ReadBasic is missing")]
    [InlineData("User.Read Mail.ReadBasic Calendars.ReadBasic", "People.Read", "The permission People.Read is missing")]
    public async Task What_is_not_allowed_is_named_and_the_rest_is_read(string allowed, string missing, string title)
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(new Story(3).Content, new GraphEmulatorOptions { TimeProvider = time, GrantedScopes = allowed }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);

        await reader.ReadThroughAsync();

        var notice = Assert.Single(reader.Status.Notices);
        Assert.Equal(title, notice.Title);
        Assert.Contains($"allow {missing}", notice.Detail, StringComparison.Ordinal);
        Assert.Equal(missing != "Mail.ReadBasic", reader.Status.MessagesRead > 0);
        Assert.Equal(missing != "Calendars.ReadBasic", reader.Status.MeetingsRead > 0);

        emulator.SetGrantedScopes("User.Read Mail.ReadBasic Calendars.ReadBasic People.Read");
        await reader.ReadThroughAsync();

        Assert.Empty(reader.Status.Notices);
        Assert.Equal((await ReadAsync(FaultPlan.None, new Story(3))).Digest, await reader.DigestAsync());
    }

    [Fact]
    public async Task The_least_permissions_are_enough()
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(
            new Story(3).Content, new GraphEmulatorOptions { TimeProvider = time, GrantedScopes = "User.Read Mail.ReadBasic Calendars.ReadBasic People.Read" }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);

        await reader.ReadThroughAsync();

        Assert.Empty(reader.Status.Notices);
        Assert.All(emulator.Requests, r => Assert.InRange(r.Status, 200, 299));
    }

    [Fact]
    public async Task Without_the_first_permission_the_sentence_says_which_one()
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(new Story(3).Content, new GraphEmulatorOptions { TimeProvider = time, GrantedScopes = "" }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);

        await reader.ReadAsync();

        Assert.Equal(SyncState.Failed, reader.Status.State);
        Assert.Equal("The permission User.Read is missing", reader.Status.LastError!.Title);
    }

    [Fact]
    public async Task An_expired_token_of_one_folder_reads_that_folder_again_and_no_other()
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        Assert.True(FaultPlan.TryParse("seed=1,expire=1", out var plan, out _));
        await using var emulator = await GraphEmulatorHost.StartAsync(new Story(5).Content, new GraphEmulatorOptions { TimeProvider = time, Quirks = false }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 1000);
        await reader.ReadThroughAsync();
        var before = await reader.DigestAsync();
        var first = true;
        emulator.SetFaults(plan!);
        emulator.Received += request =>
        {
            if (first && request.Fault == FaultKind.Expired)
            {
                first = false;
                emulator.SetFaults(FaultPlan.None);
            }
        };
        var known = emulator.Requests.Count;

        await reader.ReadThroughAsync();

        var asked = emulator.Requests.Skip(known).Where(r => r.PathAndQuery.Contains("/delta", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, asked.Count(r => r.Status == 410));
        Assert.Equal(1, asked.Count(r => !r.PathAndQuery.Contains("token=", StringComparison.Ordinal)));
        Assert.Equal(before, await reader.DigestAsync());
    }

    private static Task<(string Digest, IReadOnlyDictionary<FaultKind, int> Injected)> ReadAsync(FaultPlan plan) => ReadAsync(plan, new Story(11));

    private static async Task<(string Digest, IReadOnlyDictionary<FaultKind, int> Injected)> ReadAsync(FaultPlan plan, Story story)
    {
        using var folder = new TestFolder();
        var time = new LeapingTime(Story.Begin);
        await using var emulator = await GraphEmulatorHost.StartAsync(story.Content, new GraphEmulatorOptions { TimeProvider = time, Faults = plan }, TestContext.Current.CancellationToken);
        await using var reader = new Reader(emulator, folder, time, 3);
        for (var reading = 0; reading < 3; reading++)
        {
            await reader.ReadThroughAsync();
        }

        return (await reader.DigestAsync(), emulator.InjectedFaults);
    }
}
