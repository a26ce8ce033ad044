using System.Text.RegularExpressions;
using static InboxNetworker.Graph.Tests.Emulator.Living.LivingMailbox;

namespace InboxNetworker.Graph.Tests.Emulator.Living;

public sealed partial class DeltaGenerationTests
{
    [Fact]
    public async Task The_newest_three_links_can_be_followed_again_and_an_older_one_is_gone()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(50)));
        var links = await LinksAsync(emulator, 4);

        var gone = await emulator.ErrorAsync(links[0], 410);

        Assert.Equal("SyncStateNotFound", gone.Code);
        Assert.Matches(Generation(), gone.Message);

        // A page that is asked for again is no step forward; following the newest link is one.
        await emulator.GetJsonAsync(links[1]);
        await emulator.GetJsonAsync(links[2]);
        await emulator.GetJsonAsync(links[1]);
        await emulator.GetJsonAsync(links[3]);
        await emulator.ErrorAsync(links[1], 410);
    }

    [Fact]
    public async Task Links_of_finished_rounds_grow_old_too()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var links = new List<string> { (await emulator.DrainAsync(Delta("inbox"))).DeltaLink };
        for (var i = 0; i < 3; i++)
        {
            links.Add((await emulator.DrainAsync(links[^1])).DeltaLink);
        }

        await emulator.ErrorAsync(links[0], 410);
        Assert.Empty((await emulator.DrainAsync(links[1])).Items);
    }

    [Fact]
    public async Task Two_first_rounds_over_one_folder_do_not_age_each_other()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(60)));
        var one = await LinksAsync(emulator, 1);
        await LinksAsync(emulator, 5);

        await emulator.GetJsonAsync(one[0]);
    }

    [Fact]
    public async Task Forgotten_tokens_are_gone_and_a_new_round_begins_well()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(15)));
        var next = await LinksAsync(emulator, 1);
        var round = await emulator.DrainAsync(Delta("archive"));

        var (status, _) = await emulator.ControlAsync("POST", "forget-tokens");

        Assert.Equal(200, status);
        Assert.Equal("SyncStateNotFound", (await emulator.ErrorAsync(next[0], 410)).Code);
        Assert.Equal("SyncStateNotFound", (await emulator.ErrorAsync(round.DeltaLink, 410)).Code);
        Assert.Equal(15, (await emulator.DrainAsync(Delta("inbox"))).Items.Count);
    }

    private static async Task<List<string>> LinksAsync(EmulatorClient emulator, int count)
    {
        var links = new List<string>();
        var address = Delta("inbox");
        while (links.Count < count)
        {
            address = (await emulator.GetJsonAsync(address))["@odata.nextLink"]!.GetValue<string>();
            links.Add(address);
        }

        return links;
    }

    [GeneratedRegex(@"^The sync state generation is not found; generation=1;\[highest=4\]\[4\]\[2\]\[3\]\.$")]
    private static partial Regex Generation();
}
