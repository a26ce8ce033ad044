using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph;
using Microsoft.Graph.Me.MailFolders.Item.Messages.Delta;
using Message = Microsoft.Graph.Models.Message;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class DeltaTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(7, 10)]
    [InlineData(40, 10)]
    [InlineData(43, 7)]
    public async Task A_page_iterator_over_changes_meets_every_message_once(int count, int pageSize)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([.. SmallMailbox.Messages(count), .. SmallMailbox.Messages(5, "sentitems")]));

        var first = await First(emulator, pageSize);
        var ids = new List<string>();
        var pages = PageIterator<Message, DeltaGetResponse>.CreatePageIterator(
            emulator.Sdk,
            first,
            m =>
            {
                ids.Add(m.Id!);
                return true;
            },
            request =>
            {
                request.Headers.Add("Prefer", $"odata.maxpagesize={pageSize}");
                return request;
            });
        await pages.IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(count, ids.Count);
        Assert.Equal(count, ids.Distinct().Count());
        Assert.Equal(PagingState.Delta, pages.State);
        Assert.Equal(Math.Max(1, (count + pageSize - 1) / pageSize), emulator.Host.Requests.Count);
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("odata.maxpagesize=3", 3)]
    [InlineData("IdType=\"ImmutableId\", odata.maxpagesize=25", 25)]
    [InlineData("odata.maxpagesize=0", 10)]
    [InlineData("odata.maxpagesize=many", 10)]
    public async Task A_page_is_never_larger_than_asked_and_ten_when_not_asked(string? prefer, int expected)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(30)));

        var page = await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta", prefer);

        Assert.Equal(expected, page["value"]!.AsArray().Count);
        Assert.NotNull(page["@odata.nextLink"]);
        Assert.Null(page["@odata.deltaLink"]);
    }

    [Fact]
    public async Task The_last_page_has_a_delta_link_and_no_next_link()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(10)));

        var page = await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta()");

        Assert.Equal(10, page["value"]!.AsArray().Count);
        Assert.Null(page["@odata.nextLink"]);
        Assert.Contains("$deltatoken=", page["@odata.deltaLink"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_selection_is_remembered_by_the_links()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(15)));

        var first = await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta?$select=subject");
        var second = await emulator.GetJsonAsync(first["@odata.nextLink"]!.GetValue<string>());

        string[] expected = ["@odata.type", "@odata.etag", "id", "subject"];
        Assert.All(second["value"]!.AsArray(), m => Assert.Equal(expected, m!.AsObject().Select(p => p.Key)));
    }

    [Fact]
    public async Task Immutable_ids_have_to_be_asked_for_on_every_page()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(15)));

        var first = await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta", "IdType=\"ImmutableId\"");
        var with = await emulator.GetJsonAsync(first["@odata.nextLink"]!.GetValue<string>(), "IdType=\"ImmutableId\"");
        var without = await emulator.GetJsonAsync(first["@odata.nextLink"]!.GetValue<string>());

        Assert.NotEqual(with["value"]![0]!["id"]!.GetValue<string>(), without["value"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Meeting_mail_says_its_type()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(
        [
            SmallMailbox.Message("a", SmallMailbox.Now),
            SmallMailbox.Message("b", SmallMailbox.Now.AddHours(-1), kind: MessageKind.MeetingRequest),
            SmallMailbox.Message("c", SmallMailbox.Now.AddHours(-2), kind: MessageKind.MeetingResponse, subject: "Declined: Lunch"),
        ]));

        var page = await First(emulator, 10);

        Assert.Collection(
            page.Value!,
            m => Assert.IsType<Message>(m),
            m => Assert.IsType<Microsoft.Graph.Models.EventMessageRequest>(m),
            m => Assert.IsType<Microsoft.Graph.Models.EventMessageResponse>(m));
        var whole = await emulator.GetJsonAsync("me/mailFolders/inbox/messages");
        Assert.Equal("meetingDeclined", whole["value"]![2]!["meetingMessageType"]!.GetValue<string>());
    }

    private static async Task<DeltaGetResponse> First(EmulatorClient emulator, int pageSize) =>
        (await emulator.Sdk.Me.MailFolders["inbox"].Messages.Delta.GetAsDeltaGetResponseAsync(
            request =>
            {
                request.Headers.Add("Prefer", $"odata.maxpagesize={pageSize}");
                request.QueryParameters.Select = ["subject", "from"];
            },
            EmulatorClient.Cancel))!;
}
