using System.Net;
using System.Text;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph.Me.Messages.Item.CreateReply;
using Microsoft.Graph.Models.ODataErrors;
using Recipient = Microsoft.Graph.Models.Recipient;
using SdkMessage = Microsoft.Graph.Models.Message;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>createReply (https://learn.microsoft.com/graph/api/message-createreply) and the filters that find what to reply to.</summary>
public sealed class ReplyTests
{
    [Fact]
    public async Task A_reply_through_the_sdk_is_a_draft_to_the_sender_in_the_same_conversation_with_the_head_quoted()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var original = (await emulator.Sdk.Me.Messages.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value!.Single();

        var reply = await emulator.Sdk.Me.Messages[original.Id!].CreateReply.PostAsync(new CreateReplyPostRequestBody { Comment = "<p>Yes &amp; soon</p>" }, cancellationToken: EmulatorClient.Cancel);

        Assert.Equal((true, original.ConversationId, $"RE: {original.Subject}"), (reply!.IsDraft, reply.ConversationId, reply.Subject));
        Assert.Equal(SmallMailbox.Jon.Address, Assert.Single(reply.ToRecipients!).EmailAddress!.Address);
        Assert.StartsWith("<html><body><p>Yes &amp; soon</p><hr>", reply.Body!.Content, StringComparison.Ordinal);
        Assert.Contains($"<b>Subject:</b> {original.Subject}", reply.Body.Content, StringComparison.Ordinal);
        Assert.Equal(1, (await emulator.Sdk.Me.MailFolders["drafts"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.TotalItemCount);
    }

    [Fact]
    public async Task A_reply_to_what_the_owner_sent_goes_to_whom_it_went_and_others_can_be_named()
    {
        var sent = SmallMailbox.Message("s", SmallMailbox.Now.AddDays(-1), "sentitems", subject: "RE: Harbour") with { From = SmallMailbox.Mara, To = [SmallMailbox.Jon] };
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([sent]));
        var id = (await emulator.GetJsonAsync("me/messages"))["value"]![0]!["id"]!.GetValue<string>();

        var plain = await emulator.Sdk.Me.Messages[id].CreateReply.PostAsync(new CreateReplyPostRequestBody(), cancellationToken: EmulatorClient.Cancel);
        var named = await emulator.Sdk.Me.Messages[id].CreateReply.PostAsync(
            new CreateReplyPostRequestBody { Message = new SdkMessage { ToRecipients = [new Recipient { EmailAddress = new() { Address = "else@fabrikam.example" } }] } }, cancellationToken: EmulatorClient.Cancel);

        Assert.Equal("RE: Harbour", plain!.Subject);
        Assert.Equal(SmallMailbox.Jon.Address, Assert.Single(plain.ToRecipients!).EmailAddress!.Address);
        Assert.Equal("else@fabrikam.example", Assert.Single(named!.ToRecipients!).EmailAddress!.Address);
    }

    [Fact]
    public async Task A_comment_and_a_body_at_once_are_refused_and_so_is_a_reply_to_a_draft_or_to_nothing()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = (await emulator.GetJsonAsync("me/messages"))["value"]![0]!["id"]!.GetValue<string>();
        var draft = await emulator.Sdk.Me.Messages[id].CreateReply.PostAsync(new CreateReplyPostRequestBody { Comment = "x" }, cancellationToken: EmulatorClient.Cancel);

        using var both = await PostAsync(emulator, id, """{"comment":"x","message":{"body":{"contentType":"text","content":"y"}}}""");
        using var broken = await PostAsync(emulator, id, "{");
        var toDraft = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages[draft!.Id!].CreateReply.PostAsync(new CreateReplyPostRequestBody { Comment = "x" }, cancellationToken: EmulatorClient.Cancel));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, 400), (both.StatusCode, broken.StatusCode, toDraft.ResponseStatusCode));
        Assert.Equal(1, (await emulator.Sdk.Me.MailFolders["drafts"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.TotalItemCount);
    }

    [Fact]
    public async Task A_conversation_and_a_second_can_be_asked_for_and_no_other_filter()
    {
        var messages = new List<Message>(SmallMailbox.Messages(3)) { SmallMailbox.Message("again", SmallMailbox.Now.AddHours(-9)) with { ConversationKey = "thread of inbox-1" } };
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(messages));
        var second = SmallMailbox.Now.AddHours(-2);

        var found = await FindAsync($"sentDateTime ge {second:yyyy-MM-ddTHH:mm:ssZ} and sentDateTime lt {second.AddSeconds(1):yyyy-MM-ddTHH:mm:ssZ}");
        var thread = await FindAsync($"conversationId eq '{Assert.Single(found).ConversationId}'");
        var other = await Assert.ThrowsAsync<ODataError>(() => FindAsync("startswith(subject,'A')"));

        Assert.Equal("About inbox-1", found[0].Subject);
        Assert.Equal(["About again", "About inbox-1"], thread.Select(m => m.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(501, other.ResponseStatusCode);

        async Task<List<SdkMessage>> FindAsync(string filter) =>
            (await emulator.Sdk.Me.Messages.GetAsync(r => (r.QueryParameters.Filter, r.QueryParameters.Top) = (filter, 2), EmulatorClient.Cancel))!.Value!;
    }

    private static Task<HttpResponseMessage> PostAsync(EmulatorClient emulator, string id, string json) =>
        emulator.Http.PostAsync($"me/messages/{Uri.EscapeDataString(id)}/createReply", new StringContent(json, Encoding.UTF8, "application/json"), EmulatorClient.Cancel);
}
