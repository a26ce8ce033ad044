using System.Globalization;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class DeltaLimitTests
{
    [Fact]
    public async Task A_filter_leaves_out_what_is_older_in_later_rounds_too()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(8, "drafts")));
        var since = SmallMailbox.Now.AddHours(-4).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var start = await emulator.DrainAsync($"me/mailFolders/drafts/messages/delta?$filter=receivedDateTime ge {since}");
        var old = await emulator.GetJsonAsync("me/mailFolders/drafts/messages?$orderby=receivedDateTime asc&$top=1");
        await emulator.Sdk.Me.Messages[old["value"]![0]!["id"]!.GetValue<string>()].PatchAsync(new Message { IsRead = true }, cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(["About drafts-0", "About drafts-1", "About drafts-2", "About drafts-3"], start.Items.Select(i => i["subject"]!.GetValue<string>()));
        Assert.Empty((await emulator.DrainAsync(start.DeltaLink)).Items);
    }

    [Theory]
    [InlineData("$filter=receivedDateTime ge 1990-01-01T00:00:00Z", 5000)]
    [InlineData("$top=6000&$filter=receivedDateTime ge 1990-01-01T00:00:00Z", 5000)]
    [InlineData("$top=12", 12)]
    [InlineData("$orderby=receivedDateTime desc", 5003)]
    public async Task A_filter_ends_at_five_thousand_messages_and_top_caps_the_round(string query, int expected)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(5003)));

        var round = await emulator.DrainAsync("me/mailFolders/inbox/messages/delta?$select=id&" + query, "odata.maxpagesize=999");

        Assert.Equal(expected, round.Items.Count);
    }

    [Theory]
    [InlineData("$filter=isRead eq true")]
    [InlineData("$filter=receivedDateTime gt 2026-01-01T00:00:00Z")]
    [InlineData("$filter=receivedDateTime ge yesterday")]
    [InlineData("$orderby=receivedDateTime asc")]
    [InlineData("$orderby=subject")]
    [InlineData("$search=\"plan\"")]
    public async Task Other_filters_and_orders_are_refused(string query)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));

        var error = await emulator.ErrorAsync("me/mailFolders/inbox/messages/delta?" + query, 400);

        Assert.Equal("ErrorInvalidUrlQuery", error.Code);
    }

    [Theory]
    [InlineData("$deltatoken=unknown")]
    [InlineData("$skiptoken=unknown")]
    [InlineData("$skiptoken=%20!")]
    public async Task An_unknown_token_is_gone(string token)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));

        var error = await Assert.ThrowsAsync<ODataError>(
            () => emulator.Sdk.Me.MailFolders["inbox"].Messages.Delta.WithUrl(new Uri(emulator.Root, "me/mailFolders/inbox/messages/delta?" + token).ToString())
                .GetAsDeltaGetResponseAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal(410, error.ResponseStatusCode);
        Assert.Equal("SyncStateNotFound", error.Error!.Code);
    }

    [Fact]
    public async Task A_token_of_another_run_or_another_folder_is_gone()
    {
        await using var before = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        await using var now = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var token = (await before.DrainAsync("me/mailFolders/inbox/messages/delta")).DeltaLink.Split('?')[1];

        Assert.Equal("SyncStateNotFound", (await now.ErrorAsync("me/mailFolders/inbox/messages/delta?" + token, 410)).Code);
        Assert.Equal("SyncStateNotFound", (await before.ErrorAsync("me/mailFolders/sentitems/messages/delta?" + token, 410)).Code);
    }

    [Fact]
    public async Task A_mailbox_as_a_whole_is_not_tracked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var error = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages.Delta.GetAsDeltaGetResponseAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal(400, error.ResponseStatusCode);
        Assert.Equal("BadRequest", error.Error!.Code);
        Assert.Equal("Unsupported request: Change tracking is not supported against 'microsoft.graph.message'.", error.Error.Message);
    }
}
