using System.Net;
using System.Text;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_made_through_the_sdk_stands_in_drafts_as_the_owner_wrote_it()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var made = await emulator.Sdk.Me.Messages.PostAsync(Draft(), cancellationToken: EmulatorClient.Cancel);
        var listed = await emulator.Sdk.Me.MailFolders["drafts"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var folder = await emulator.Sdk.Me.MailFolders["drafts"].GetAsync(cancellationToken: EmulatorClient.Cancel);

        var found = Assert.Single(listed!.Value!);
        Assert.Equal(made!.Id, found.Id);
        Assert.Equal("Long time no see", found.Subject);
        Assert.Equal((true, true), (found.IsDraft, found.IsRead));
        Assert.Equal("mara.lind@northwind.example", found.From!.EmailAddress!.Address);
        Assert.Equal("Mara Lind", found.From.EmailAddress.Name);
        Assert.Equal("jon.berg@fabrikam.example", Assert.Single(found.ToRecipients!).EmailAddress!.Address);
        Assert.Equal("quiet@fabrikam.example", Assert.Single(found.BccRecipients!).EmailAddress!.Address);
        Assert.Equal("<p>Hello&nbsp;Jon,<br>how are you?</p>", found.Body!.Content);
        Assert.Equal("Hello\u00A0Jon,\nhow are you?", found.BodyPreview);
        Assert.Equal(SmallMailbox.Now, found.CreatedDateTime);
        Assert.Equal(folder!.Id, found.ParentFolderId);
        Assert.Equal(1, folder.TotalItemCount);
        Assert.All([found.ChangeKey, found.WebLink, found.ConversationId, found.InternetMessageId], Assert.NotNull);
    }

    [Fact]
    public async Task Making_a_draft_answers_created_with_its_place()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await Post(emulator, """{"subject":"x","body":{"contentType":"Text","content":"y"}}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("x", (await emulator.GetJsonAsync(answer.Headers.Location!.ToString()))["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_can_be_changed_and_its_change_key_tells()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var made = await emulator.Sdk.Me.Messages.PostAsync(Draft(), cancellationToken: EmulatorClient.Cancel);

        var changed = await emulator.Sdk.Me.Messages[made!.Id!].PatchAsync(new Message { Subject = "Shorter", Importance = Importance.High }, cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(("Shorter", Importance.High), (changed!.Subject, changed.Importance));
        Assert.Single(changed.ToRecipients!);
        Assert.NotEqual(made.ChangeKey, changed.ChangeKey);
    }

    [Fact]
    public async Task What_was_received_keeps_its_words_but_can_be_marked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = (await emulator.GetJsonAsync("me/messages"))["value"]![0]!["id"]!.GetValue<string>();

        var refused = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages[id].PatchAsync(new Message { Subject = "Forged" }, cancellationToken: EmulatorClient.Cancel));
        var marked = await emulator.Sdk.Me.Messages[id].PatchAsync(new Message { IsRead = false, Categories = ["Later"], Flag = new FollowupFlag { FlagStatus = FollowupFlagStatus.Flagged } }, cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(400, refused.ResponseStatusCode);
        Assert.False(marked!.IsRead);
        Assert.Equal(["Later"], marked.Categories);
        Assert.Equal(FollowupFlagStatus.Flagged, marked.Flag!.FlagStatus);
        Assert.Equal(1, (await emulator.Sdk.Me.MailFolders["inbox"].GetAsync(cancellationToken: EmulatorClient.Cancel))!.UnreadItemCount);
    }

    [Theory]
    [InlineData("{", "BadRequest", "valid JSON")]
    [InlineData("", "BadRequest", "valid JSON")]
    [InlineData("[]", "BadRequest", "Empty Payload")]
    [InlineData("""{"title":"x"}""", "RequestBodyRead", "'title' does not exist on type 'microsoft.graph.message'")]
    [InlineData("""{"body":"x"}""", "BadRequest", "Property body")]
    [InlineData("""{"body":{"contentType":"rtf","content":"x"}}""", "BadRequest", "Property body")]
    [InlineData("""{"subject":1}""", "BadRequest", "Property subject")]
    [InlineData("""{"toRecipients":{}}""", "BadRequest", "Property toRecipients")]
    [InlineData("""{"toRecipients":[{"address":"a@b.example"}]}""", "BadRequest", "Property toRecipients")]
    [InlineData("""{"toRecipients":[{"emailAddress":{"address":"nobody"}}]}""", "ErrorInvalidRecipients", "'nobody'")]
    [InlineData("""{"ccRecipients":[{"emailAddress":{"address":""}}]}""", "ErrorInvalidRecipients", "''")]
    public async Task A_draft_that_makes_no_sense_is_refused_and_leaves_nothing(string json, string code, string says)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await Post(emulator, json);

        var error = await EmulatorClient.ErrorOf(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Empty((await emulator.GetJsonAsync("me/messages"))["value"]!.AsArray());
    }

    [Fact]
    public async Task What_the_emulator_could_not_serve_back_is_refused()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await Post(emulator, """{"subject":"x","attachments":[]}""");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task Drafts_written_at_the_same_time_are_all_kept()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        await Parallel.ForAsync(0, 60, EmulatorClient.Cancel, async (i, cancel) => await emulator.Sdk.Me.Messages.PostAsync(new Message { Subject = $"{i}" }, cancellationToken: cancel));

        var all = await emulator.GetJsonAsync("me/mailFolders/drafts/messages?$top=1000&$select=subject");
        Assert.Equal(60, all["value"]!.AsArray().Select(m => m!["subject"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(60, all["value"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).Distinct().Count());
    }

    private static Message Draft() => new()
    {
        Subject = "Long time no see",
        Body = new ItemBody { ContentType = BodyType.Html, Content = "<p>Hello&nbsp;Jon,<br>how are you?</p>" },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Name = "Jon Berg", Address = "jon.berg@fabrikam.example" } }],
        BccRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = "quiet@fabrikam.example" } }],
    };

    private static Task<HttpResponseMessage> Post(EmulatorClient emulator, string json) =>
        emulator.SendAsync("me/messages", null, HttpMethod.Post, new StringContent(json, Encoding.UTF8, "application/json"));
}
