using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class FolderTests
{
    [Fact]
    public async Task Only_folders_at_the_top_are_listed_and_hidden_ones_only_when_asked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var plain = await All(emulator, hidden: false);
        var hidden = await All(emulator, hidden: true);

        Assert.Equal(["Archive", "Deleted Items", "Drafts", "Inbox", "Junk Email", "Outbox", "Projects", "Sent Items", "Zoo"], plain.Select(f => f.DisplayName));
        Assert.Equal(["Sync Issues"], hidden.Select(f => f.DisplayName).Except(plain.Select(f => f.DisplayName)));
        Assert.True(hidden.Single(f => f.DisplayName == "Sync Issues").IsHidden);
    }

    [Fact]
    public async Task A_list_of_folders_comes_in_pages_of_ten_when_not_asked_otherwise()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With() with
        {
            Folders = [.. SmallMailbox.Folders, .. Enumerable.Range(0, 14).Select(i => new GraphEmulator.Mailboxes.Folder($"f{i}", $"Folder {i}"))],
        });

        var first = await emulator.Sdk.Me.MailFolders.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var all = await All(emulator, hidden: false);

        Assert.Equal(10, first!.Value!.Count);
        Assert.NotNull(first.OdataNextLink);
        Assert.Equal(23, all.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_folder_tells_its_counts()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([.. SmallMailbox.Messages(12), .. SmallMailbox.Messages(3, "harbour")]));

        var inbox = await emulator.Sdk.Me.MailFolders["inbox"].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var projects = (await All(emulator, hidden: false)).Single(f => f.DisplayName == "Projects");
        var children = await emulator.Sdk.Me.MailFolders[projects.Id!].ChildFolders.GetAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(12, inbox!.TotalItemCount);
        Assert.Equal(SmallMailbox.Messages(12).Count(m => !m.IsRead), inbox.UnreadItemCount);
        Assert.Equal(2, projects.ChildFolderCount);
        Assert.Equal(["Harbour", "Quay"], children!.Value!.Select(f => f.DisplayName));
        Assert.All(children.Value!, f => Assert.Equal(projects.Id, f.ParentFolderId));
        Assert.Equal(3, children.Value![0].TotalItemCount);
    }

    [Theory]
    [InlineData("inbox")]
    [InlineData("SentItems")]
    [InlineData("drafts")]
    [InlineData("deleteditems")]
    [InlineData("junkemail")]
    [InlineData("archive")]
    [InlineData("outbox")]
    public async Task A_folder_is_found_by_its_well_known_name_and_by_its_id(string name)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var byName = await emulator.Sdk.Me.MailFolders[name].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var byId = await emulator.Sdk.Me.MailFolders[byName!.Id!].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var byKey = await emulator.GetJsonAsync($"me/mailFolders('{Uri.EscapeDataString(byName.Id!)}')");

        Assert.Equal(byName.DisplayName, byId!.DisplayName);
        Assert.Equal(byName.DisplayName, byKey["displayName"]!.GetValue<string>());
        Assert.True(byName.Id!.Length >= 100);
    }

    [Fact]
    public async Task Folders_at_the_top_have_the_root_as_their_parent()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var root = await emulator.Sdk.Me.MailFolders["msgfolderroot"].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var inbox = await emulator.Sdk.Me.MailFolders["inbox"].GetAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(root!.Id, inbox!.ParentFolderId);
    }

    [Fact]
    public async Task The_ids_are_the_same_on_every_start_and_keep_under_both_kinds_of_ids()
    {
        await using var one = await EmulatorClient.StartAsync(SmallMailbox.With());
        await using var two = await EmulatorClient.StartAsync(SmallMailbox.With());

        var first = await one.GetJsonAsync("me/mailFolders/inbox");
        var second = await two.GetJsonAsync("me/mailFolders/inbox", "IdType=\"ImmutableId\"");

        Assert.Equal(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_found_and_a_name_that_is_no_id_is_malformed()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        await using var larger = await EmulatorClient.StartAsync(SmallMailbox.With() with { Folders = [.. SmallMailbox.Folders, new("extra", "Extra")] });
        var elsewhere = (await larger.GetJsonAsync("me/mailFolders?$top=50"))["value"]!.AsArray().Single(f => f!["displayName"]!.GetValue<string>() == "Extra")!["id"]!.GetValue<string>();

        var missing = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.MailFolders[elsewhere].GetAsync(cancellationToken: EmulatorClient.Cancel));
        var malformed = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.MailFolders["nowhere"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal((404, "ErrorFolderNotFound"), (missing.ResponseStatusCode, missing.Error!.Code));
        Assert.Equal((400, "ErrorInvalidIdMalformed"), (malformed.ResponseStatusCode, malformed.Error!.Code));
    }

    private static async Task<List<MailFolder>> All(EmulatorClient emulator, bool hidden)
    {
        var first = await emulator.Sdk.Me.MailFolders.GetAsync(r => r.QueryParameters.IncludeHiddenFolders = hidden ? "true" : null, EmulatorClient.Cancel);
        var all = new List<MailFolder>();
        var pages = PageIterator<MailFolder, MailFolderCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            f =>
            {
                all.Add(f);
                return true;
            });
        await pages.IterateAsync(EmulatorClient.Cancel);
        return all;
    }
}
