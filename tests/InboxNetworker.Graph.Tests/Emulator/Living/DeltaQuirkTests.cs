using InboxNetworker.GraphEmulator.Control;
using static InboxNetworker.Graph.Tests.Emulator.Living.LivingMailbox;

namespace InboxNetworker.Graph.Tests.Emulator.Living;

public sealed class DeltaQuirkTests
{
    [Fact]
    public async Task A_message_moved_away_and_back_between_two_rounds_is_told_to_have_left_and_never_again()
    {
        await using var emulator = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var start = await emulator.DrainAsync(Delta("inbox"), Immutable);
        var id = start.Items[0].Text("id");

        ThereAndBack(emulator, id);
        var round = await emulator.DrainAsync(start.DeltaLink, Immutable);
        emulator.Host.Control.ChangeMessage(id, new MessageChange(Subject: "Changed later"));
        var later = await emulator.DrainAsync(round.DeltaLink, Immutable);

        Assert.Equal("changed", Assert.Single(round.Items)["@removed"]!["reason"]!.GetValue<string>());
        Assert.Empty(later.Items);
        Assert.Equal([id], emulator.Host.Control.MessageIds("inbox"));
    }

    [Fact]
    public async Task One_who_begins_after_a_return_hears_of_the_message_and_of_what_becomes_of_it()
    {
        await using var emulator = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = emulator.Host.Control.MessageIds("inbox")[0];

        ThereAndBack(emulator, id);
        var start = await emulator.DrainAsync(Delta("inbox"), Immutable);
        emulator.Host.Control.ChangeMessage(id, new MessageChange(Subject: "Changed later"));
        var later = await emulator.DrainAsync(start.DeltaLink, Immutable);

        Assert.Contains(start.Items, i => i.Text("id") == id);
        Assert.Contains(later.Items, i => i["subject"]?.GetValue<string>() == "Changed later");
    }

    [Fact]
    public async Task A_message_whose_leaving_was_told_is_told_to_have_come_back()
    {
        await using var emulator = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var start = await emulator.DrainAsync(Delta("inbox"), Immutable);
        var id = start.Items[0].Text("id");

        emulator.Host.Control.MoveMessage(id, "archive");
        var left = await emulator.DrainAsync(start.DeltaLink, Immutable);
        emulator.Host.Control.MoveMessage(id, "inbox");
        var back = await emulator.DrainAsync(left.DeltaLink, Immutable);

        Assert.NotNull(Assert.Single(left.Items)["@removed"]);
        Assert.Contains(back.Items, i => i.Text("id") == id && i["@removed"] is null);
    }

    [Fact]
    public async Task Pages_are_empty_now_and_then_and_repeat_and_nothing_is_left_out()
    {
        await using var emulator = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(300)));

        var (pages, _) = await emulator.PagesAsync(Delta("inbox"), Immutable + ", odata.maxpagesize=5");

        Assert.Equal(300, pages.SelectMany(p => p).Select(i => i.Text("id")).Distinct().Count());
        Assert.Contains(pages, p => p.Count == 0);
        Assert.DoesNotContain(pages.Zip(pages.Skip(1)), p => p.First.Count == 0 && p.Second.Count == 0);
        var full = pages.Where(p => p.Count > 0).ToList();
        var repeats = full.Zip(full.Skip(1)).Count(p => p.First[^1].Text("id") == p.Second[0].Text("id"));
        Assert.InRange(repeats, 2, 30);
        Assert.InRange(pages.Count - full.Count, 2, 20);
    }

    [Fact]
    public async Task An_oddity_comes_at_the_same_place_on_every_start()
    {
        await using var one = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(100)));
        await using var other = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(100)));

        var (pages, _) = await one.PagesAsync(Delta("inbox"), Immutable + ", odata.maxpagesize=5");
        var (again, _) = await other.PagesAsync(Delta("inbox"), Immutable + ", odata.maxpagesize=5");

        Assert.Equal(pages.Select(p => p.Count), again.Select(p => p.Count));
    }

    [Fact]
    public async Task A_later_round_replays_an_unchanged_message_whole_now_and_then()
    {
        await using var emulator = await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(5)));
        var (_, link) = await emulator.PagesAsync(Delta("inbox"));
        var (replays, rounds) = (0, 40);
        for (var i = 0; i < rounds; i++)
        {
            var id = emulator.Host.Control.AddMessage(Letter($"Round {i}"));
            var (pages, next) = await emulator.PagesAsync(link);
            var others = pages.SelectMany(p => p).Where(item => item.Text("id") != id).ToList();
            Assert.All(others, item => Assert.NotNull(item["subject"]));
            replays += others.Count;
            link = next;
        }

        Assert.InRange(replays, 3, rounds - 3);
    }

    private static void ThereAndBack(EmulatorClient emulator, string id)
    {
        emulator.Host.Control.MoveMessage(id, "archive");
        emulator.Host.Control.MoveMessage(id, "inbox");
    }
}
