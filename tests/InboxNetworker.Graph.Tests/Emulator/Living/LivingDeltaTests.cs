using InboxNetworker.GraphEmulator.Control;
using static InboxNetworker.Graph.Tests.Emulator.Living.LivingMailbox;

namespace InboxNetworker.Graph.Tests.Emulator.Living;

public sealed class LivingDeltaTests
{
    [Fact]
    public async Task A_changed_message_tells_what_changed_and_where_it_stands_and_nothing_else()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(3)));
        var start = await emulator.DrainAsync(Delta("inbox", "subject,isRead,categories,from,flag"), Immutable);
        var id = start.Items[1].Text("id");

        emulator.Host.Control.ChangeMessage(id, new MessageChange(IsRead: !start.Items[1]["isRead"]!.GetValue<bool>(), Categories: ["Red"]));
        var item = Assert.Single((await emulator.DrainAsync(start.DeltaLink, Immutable)).Items);

        Assert.Equal(["@odata.etag", "@odata.type", "categories", "id", "isRead", "parentFolderId"], item.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal(id, item.Text("id"));
        Assert.NotEqual(start.Items[1]["isRead"]!.GetValue<bool>(), item["isRead"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_change_to_what_was_not_selected_is_not_told()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(3)));
        var start = await emulator.DrainAsync(Delta("inbox", "subject"), Immutable);

        emulator.Host.Control.ChangeMessage(start.Items[0].Text("id"), new MessageChange(Categories: ["Red"]));

        Assert.Empty((await emulator.DrainAsync(start.DeltaLink, Immutable)).Items);
    }

    [Fact]
    public async Task A_moved_message_leaves_one_folder_and_comes_whole_into_the_other_under_its_immutable_id()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(3)));
        var inbox = await emulator.DrainAsync(Delta("inbox"), Immutable);
        var archive = await emulator.DrainAsync(Delta("archive"), Immutable);
        var ordinary = await emulator.DrainAsync(Delta("inbox"));
        var id = inbox.Items[0].Text("id");

        emulator.Host.Control.MoveMessage(id, "archive");
        var gone = Assert.Single((await emulator.DrainAsync(inbox.DeltaLink, Immutable)).Items);
        var there = Assert.Single((await emulator.DrainAsync(archive.DeltaLink, Immutable)).Items);
        var oldName = Assert.Single((await emulator.DrainAsync(ordinary.DeltaLink)).Items);
        var newName = Assert.Single((await emulator.DrainAsync(Delta("archive"))).Items);

        Assert.Equal((id, "changed"), (gone.Text("id"), gone["@removed"]!["reason"]!.GetValue<string>()));
        Assert.Equal((id, "About inbox-0"), (there.Text("id"), there.Text("subject")));
        Assert.Equal(ordinary.Items[0].Text("id"), oldName.Text("id"));
        Assert.NotEqual(oldName.Text("id"), newName.Text("id"));
    }

    [Fact]
    public async Task A_message_gone_for_good_is_told_as_deleted()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(2)));
        var start = await emulator.DrainAsync(Delta("inbox"), Immutable);

        emulator.Host.Control.DeleteMessage(start.Items[0].Text("id"), permanent: true);
        var item = Assert.Single((await emulator.DrainAsync(start.DeltaLink, Immutable)).Items);

        Assert.Equal("deleted", item["@removed"]!["reason"]!.GetValue<string>());
        Assert.Equal("ErrorItemNotFound", (await emulator.ErrorAsync("me/messages/" + start.Items[0].Text("id"), 404)).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_happens_between_the_pages_of_a_first_round_is_never_lost(bool quirks)
    {
        await using var emulator = quirks ? await WithQuirksAsync(SmallMailbox.With(SmallMailbox.Messages(40))) : await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(40)));
        var page = await emulator.GetJsonAsync(Delta("inbox"), Immutable);
        var ids = emulator.Host.Control.MessageIds("inbox");

        emulator.Host.Control.AddMessage(Letter("New"));
        emulator.Host.Control.DeleteMessage(ids[2]);
        emulator.Host.Control.ChangeMessage(ids[1], new MessageChange(Subject: "Renamed early"));
        emulator.Host.Control.ChangeMessage(ids[35], new MessageChange(Subject: "Renamed late"));

        // A date moves a message over the line between what has been read and what is still to come.
        emulator.Host.Control.ChangeMessage(ids[36], new MessageChange(Sent: SmallMailbox.Now.AddMinutes(1)));
        var rest = await emulator.DrainAsync(page["@odata.nextLink"]!.GetValue<string>(), Immutable);
        var next = await emulator.DrainAsync(rest.DeltaLink, Immutable);

        var known = new Dictionary<string, string>();
        foreach (var item in page["value"]!.AsArray().Select(i => i!.AsObject()).Concat(rest.Items).Concat(next.Items))
        {
            if (item["@removed"] is not null)
            {
                known.Remove(item.Text("id"));
            }
            else
            {
                known[item.Text("id")] = item["subject"]?.GetValue<string>() ?? known[item.Text("id")];
            }
        }

        Assert.Equal(emulator.Host.Control.MessageIds("inbox").Order(StringComparer.Ordinal), known.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Renamed early", "Renamed late"), (known[ids[1]], known[ids[35]]));
    }
}
