using System.Globalization;
using Microsoft.Graph.Models;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class DeltaRoundTests
{
    [Fact]
    public async Task A_later_round_tells_what_is_new_changed_and_gone_and_nothing_else()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(4, "drafts")));
        var start = await emulator.DrainAsync("me/mailFolders/drafts/messages/delta?$select=subject,isRead");
        var ids = start.Items.Select(i => i["id"]!.GetValue<string>()).ToList();

        Assert.Empty((await emulator.DrainAsync(start.DeltaLink)).Items);

        var made = await emulator.Sdk.Me.Messages.PostAsync(new Message { Subject = "New" }, cancellationToken: EmulatorClient.Cancel);
        await emulator.Sdk.Me.Messages[ids[1]].PatchAsync(new Message { IsRead = false }, cancellationToken: EmulatorClient.Cancel);
        await emulator.Sdk.Me.Messages[ids[2]].DeleteAsync(cancellationToken: EmulatorClient.Cancel);
        var round = await emulator.DrainAsync(start.DeltaLink);

        Assert.Equal([made!.Id!, ids[1], ids[2]], round.Items.Select(i => i["id"]!.GetValue<string>()));
        Assert.Equal("changed", round.Items[2]["@removed"]!["reason"]!.GetValue<string>());
        Assert.All(round.Items.Take(2), i => Assert.Null(i["@removed"]));
        Assert.Empty((await emulator.DrainAsync(round.DeltaLink)).Items);

        var bin = await emulator.DrainAsync("me/mailFolders/deleteditems/messages/delta");
        Assert.Equal("About drafts-2", Assert.Single(bin.Items)["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task Changes_come_page_by_page_too()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var start = await emulator.DrainAsync("me/mailFolders/drafts/messages/delta");
        for (var i = 0; i < 23; i++)
        {
            await emulator.Sdk.Me.Messages.PostAsync(new Message { Subject = i.ToString(CultureInfo.InvariantCulture) }, cancellationToken: EmulatorClient.Cancel);
        }

        var round = await emulator.DrainAsync(start.DeltaLink);

        Assert.Equal(Enumerable.Range(0, 23).Select(i => i.ToString(CultureInfo.InvariantCulture)), round.Items.Select(i => i["subject"]!.GetValue<string>()));
        Assert.Equal(3, round.Pages);
    }

    [Fact]
    public async Task What_changes_while_a_round_runs_is_in_this_round_or_the_next()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(200, "drafts")));
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await emulator.Sdk.Me.Messages.PostAsync(new Message { Subject = $"New {i}" }, cancellationToken: EmulatorClient.Cancel);
                }
            },
            EmulatorClient.Cancel);

        var seen = new HashSet<string>();
        var link = "me/mailFolders/drafts/messages/delta?$select=subject";
        var written = false;
        while (true)
        {
            var finished = writing.IsCompleted;
            var round = await emulator.DrainAsync(link);
            seen.UnionWith(round.Items.Select(i => i["subject"]!.GetValue<string>()));
            link = round.DeltaLink;
            if (written)
            {
                break;
            }

            written = finished;
        }

        await writing;
        Assert.Equal(300, seen.Count);
    }
}
