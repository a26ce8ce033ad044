using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Message = Microsoft.Graph.Models.Message;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class MessageTests
{
    [Fact]
    public async Task A_message_says_all_it_knows()
    {
        var sent = SmallMailbox.Now.AddDays(-2);
        var content = SmallMailbox.Message("m1", sent) with
        {
            Sender = new("Assistant", "assistant@fabrikam.example"),
            Cc = [new("Ida Holm", "ida.holm@northwind.example")],
            Bcc = [new("Quiet", "quiet@northwind.example")],
            IsRead = false,
        };
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([content]));

        var listed = await emulator.Sdk.Me.MailFolders["inbox"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var message = await emulator.Sdk.Me.Messages[Assert.Single(listed!.Value!).Id!].GetAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal("About m1", message!.Subject);
        Assert.Equal("Jon Berg <jon.berg@fabrikam.example>", Text(message.From));
        Assert.Equal("Assistant <assistant@fabrikam.example>", Text(message.Sender));
        Assert.Equal(["Mara Lind <mara.lind@northwind.example>"], message.ToRecipients!.Select(Text));
        Assert.Equal(["Ida Holm <ida.holm@northwind.example>"], message.CcRecipients!.Select(Text));
        Assert.Equal(["Quiet <quiet@northwind.example>"], message.BccRecipients!.Select(Text));
        Assert.Equal((sent, sent), (message.ReceivedDateTime, message.SentDateTime));
        Assert.Equal("<m1@fabrikam.example>", message.InternetMessageId);
        Assert.Equal((false, false), (message.IsRead, message.IsDraft));
        Assert.Equal("Text of m1", message.BodyPreview);
        Assert.NotNull(message.ConversationId);
        Assert.NotNull(message.WebLink);
        Assert.Equal($"W/\"{message.ChangeKey}\"", message.AdditionalData["@odata.etag"].ToString());
        Assert.Equal((await emulator.Sdk.Me.MailFolders["inbox"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.Id, message.ParentFolderId);
    }

    [Fact]
    public async Task A_list_is_newest_first_ten_on_a_page_and_its_links_lead_through_all()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(25).Reverse().ToList()));

        var first = await emulator.Sdk.Me.MailFolders["inbox"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var subjects = new List<string?>();
        await PageIterator<Message, MessageCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            m =>
            {
                subjects.Add(m.Subject);
                return true;
            }).IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(10, first!.Value!.Count);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"About inbox-{i}"), subjects);
        Assert.Equal(3, emulator.Host.Requests.Count);
    }

    [Theory]
    [InlineData("receivedDateTime desc", "About inbox-2")]
    [InlineData("receivedDateTime asc", "About inbox-5")]
    [InlineData("receivedDateTime", "About inbox-5")]
    [InlineData("sentDateTime desc", "About inbox-2")]
    public async Task Top_skip_and_order_choose_the_part(string order, string expectedFirst)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(8)));

        var page = await emulator.Sdk.Me.MailFolders["inbox"].Messages.GetAsync(
            r =>
            {
                r.QueryParameters.Top = 3;
                r.QueryParameters.Skip = 2;
                r.QueryParameters.Orderby = [order];
                r.QueryParameters.Count = true;
            },
            EmulatorClient.Cancel);

        Assert.Equal(expectedFirst, page!.Value![0].Subject);
        Assert.Equal(3, page.Value.Count);
        Assert.Equal(8, page.OdataCount);
    }

    [Fact]
    public async Task Behind_the_last_message_is_an_empty_page_without_a_link()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(3)));

        var page = await emulator.GetJsonAsync($"me/messages?$skip={int.MaxValue}&$top=1000");

        Assert.Empty(page["value"]!.AsArray());
        Assert.False(page.ContainsKey("@odata.nextLink"));
    }

    [Fact]
    public async Task A_selection_leaves_out_the_rest_and_the_body_with_it()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));

        var page = await emulator.GetJsonAsync("me/messages?$select=subject,from");

        Assert.Equal(["@odata.etag", "id", "subject", "from"], page["value"]![0]!.AsObject().Select(p => p.Key));
        Assert.EndsWith("/messages(subject,from)", page["@odata.context"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_is_html_unless_text_is_preferred()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([SmallMailbox.Message("m", SmallMailbox.Now) with { Text = "1 < 2" }]));

        var html = await emulator.GetJsonAsync("me/messages?$select=body");
        var text = await emulator.GetJsonAsync("me/messages?$select=body", "outlook.body-content-type=\"text\"");

        Assert.Equal("html", html["value"]![0]!["body"]!["contentType"]!.GetValue<string>());
        Assert.Contains("1 &lt; 2", html["value"]![0]!["body"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("text", text["value"]![0]!["body"]!["contentType"]!.GetValue<string>());
        Assert.Equal("1 < 2", text["value"]![0]!["body"]!["content"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("me/messages?$select=subject,isJunk", 400, "RequestBroker--ParseUri")]
    [InlineData("me/messages?$top=0", 400, "BadRequest")]
    [InlineData("me/messages?$top=1001", 400, "BadRequest")]
    [InlineData("me/messages?$top=-1", 400, "BadRequest")]
    [InlineData("me/messages?$skip=99999999999", 400, "BadRequest")]
    [InlineData("me/messages?$skip=x", 400, "BadRequest")]
    [InlineData("me/messages?$orderby=subject", 400, "InefficientFilter")]
    [InlineData("me/messages?$search=\"plan\"", 501, "NotImplemented")]
    [InlineData("me/messages/none", 400, "ErrorInvalidIdMalformed")]
    public async Task What_cannot_be_answered_is_refused(string address, int status, string code)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        Assert.Equal(code, (await emulator.ErrorAsync(address, status)).Code);
    }

    [Fact]
    public async Task Ids_are_case_sensitive_and_both_kinds_find_the_message()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var ordinary = (await emulator.GetJsonAsync("me/messages?$select=id"))["value"]![0]!["id"]!.GetValue<string>();
        var immutable = (await emulator.GetJsonAsync("me/messages?$select=id", "IdType=\"ImmutableId\""))["value"]![0]!["id"]!.GetValue<string>();
        var other = new string([.. ordinary.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))]);

        Assert.NotEqual(ordinary, immutable);
        Assert.All([ordinary, immutable], id => Assert.True(id.Length >= 100));
        Assert.Equal("About inbox-0", (await emulator.Sdk.Me.Messages[ordinary].GetAsync(cancellationToken: EmulatorClient.Cancel))!.Subject);
        Assert.Equal("About inbox-0", (await emulator.Sdk.Me.Messages[immutable].GetAsync(cancellationToken: EmulatorClient.Cancel))!.Subject);
        await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages[other].GetAsync(cancellationToken: EmulatorClient.Cancel));
    }

    [Fact]
    public async Task A_move_changes_the_ordinary_id_and_not_the_immutable_one()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var ordinary = (await emulator.GetJsonAsync("me/messages?$select=id"))["value"]![0]!["id"]!.GetValue<string>();
        var immutable = (await emulator.GetJsonAsync("me/messages?$select=id", "IdType=\"ImmutableId\""))["value"]![0]!["id"]!.GetValue<string>();

        await emulator.Sdk.Me.Messages[ordinary].DeleteAsync(cancellationToken: EmulatorClient.Cancel);

        var gone = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages[ordinary].GetAsync(cancellationToken: EmulatorClient.Cancel));
        var found = await emulator.Sdk.Me.Messages[immutable].GetAsync(cancellationToken: EmulatorClient.Cancel);
        Assert.Equal((404, "ErrorItemNotFound"), (gone.ResponseStatusCode, gone.Error!.Code));
        Assert.Equal("About inbox-0", found!.Subject);
        Assert.Equal(1, (await emulator.Sdk.Me.MailFolders["deleteditems"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.TotalItemCount);
        Assert.Equal(0, (await emulator.Sdk.Me.MailFolders["inbox"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.TotalItemCount);
    }

    [Fact]
    public async Task A_message_deleted_twice_is_gone_for_good()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = (await emulator.GetJsonAsync("me/messages?$select=id", "IdType=\"ImmutableId\""))["value"]![0]!["id"]!.GetValue<string>();

        await emulator.Sdk.Me.Messages[id].DeleteAsync(cancellationToken: EmulatorClient.Cancel);
        await emulator.Sdk.Me.Messages[id].DeleteAsync(cancellationToken: EmulatorClient.Cancel);

        var gone = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages[id].GetAsync(cancellationToken: EmulatorClient.Cancel));
        Assert.Equal(404, gone.ResponseStatusCode);
    }

    private static string Text(Microsoft.Graph.Models.Recipient? recipient) => $"{recipient!.EmailAddress!.Name} <{recipient.EmailAddress.Address}>";
}
