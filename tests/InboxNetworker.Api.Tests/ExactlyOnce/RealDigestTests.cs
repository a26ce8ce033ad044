using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using MailboxFile = InboxNetworker.GraphEmulator.Mailboxes.Files.MailboxFile;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>The mailboxes of real people, beside the repository, never in it.</summary>
public sealed class RealDigestTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static bool HasNone => !Directory.Exists(Path.Combine(RealMailboxes.Folder, "enron"));

    public static IEnumerable<TheoryDataRow<string>> Mailboxes => HasNone
        ? [new TheoryDataRow<string>("none")]
        : Directory.EnumerateFiles(Path.Combine(RealMailboxes.Folder, "enron"), "*.tsv.gz").Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(Path.GetFileName(f)));

    [Theory(Skip = "No real mailboxes beside the repository.", SkipWhen = nameof(HasNone))]
    [MemberData(nameof(Mailboxes))]
    public async Task Reading_again_after_an_expired_token_or_among_faults_gives_the_same_digest(string file)
    {
        using var folder = new TestFolder();
        var content = MailboxFile.Read(Path.Combine(RealMailboxes.Folder, "enron", file), new MailboxFileOptions(Now)).Content;
        var time = new LeapingTime(Now);
        await using var emulator = await GraphEmulatorHost.StartAsync(content, new GraphEmulatorOptions { TimeProvider = time }, TestContext.Current.CancellationToken);
        await using var twice = new Reader(emulator, folder, time, 500);
        await twice.ReadThroughAsync();
        var once = await twice.DigestAsync();

        emulator.Control.ForgetTokens();
        await twice.ReadThroughAsync();

        Assert.Contains(emulator.Requests, r => r.Status == 410);
        Assert.Equal(once, await twice.DigestAsync());

        Assert.True(FaultPlan.TryParse("seed=7,429=0.05,503=0.03,504=0.01,reset=0.02,truncate=0.02,slow=0.01,expire=0.01,401=0.01,html=0.02", out var faults, out _));
        emulator.SetFaults(faults!);
        await using var among = new Reader(emulator, folder, time, 200);
        await among.ReadThroughAsync();

        Assert.True(emulator.InjectedFaults.Values.Sum() > 0);
        Assert.Equal(once, await among.DigestAsync());
    }
}
