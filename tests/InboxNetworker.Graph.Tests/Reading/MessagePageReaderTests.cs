using System.Text;
using System.Text.Json;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Graph.Tests.Emulator;
using Microsoft.Graph.Me.MailFolders.Item.Messages.Delta;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Message = Microsoft.Graph.Models.Message;

namespace InboxNetworker.Graph.Tests.Reading;

public sealed class MessagePageReaderTests
{
    private const string Prefer = "IdType=\"ImmutableId\", odata.maxpagesize=200";

    static MessagePageReaderTests() => ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();

    public static TheoryData<string, string> Oddities => new()
    {
        { "no page at all", """{"error":{"code":"x"}}""" },
        { "no link", """{"value":[]}""" },
        { "an empty page", """{"@odata.nextLink":"n","value":[]}""" },
        { "links after the messages", """{"value":[{"id":"a"}],"@odata.deltaLink":"d"}""" },
        { "a removal", """{"@odata.deltaLink":"d","value":[{"@odata.type":"#microsoft.graph.message","id":"a","@removed":{"reason":"deleted"}}]}""" },
        { "a partial update", """{"@odata.deltaLink":"d","value":[{"id":"a\/b\u0041","isRead":true,"parentFolderId":"f"}]}""" },
        { "no id", """{"@odata.deltaLink":"d","value":[{"subject":"s"}]}""" },
        { "nulls", """{"@odata.deltaLink":"d","value":[{"id":"a","subject":null,"from":null,"toRecipients":null,"ccRecipients":[],"sentDateTime":null,"isDraft":null}]}""" },
        { "nulls deep down", """{"@odata.deltaLink":"d","value":[{"id":"a","from":{"emailAddress":null},"toRecipients":[{"emailAddress":{"name":null,"address":null}},{"emailAddress":{"name":"N","address":"not an address"}},{"emailAddress":{"address":"A@B.example"}}],"ccRecipients":[],"sentDateTime":"2026-01-02T03:04:05Z","receivedDateTime":"2026-01-02T03:04:06.123Z","isDraft":false}]}""" },
        { "names of properties in escapes", """{"@odata.deltaLink":"d","value":[{"\u0069d":"a","\u0073ubject":"s","sentDateTime":"2026-01-02T03:04:05Z"}]}""" },
        { "escapes", """{"@odata.deltaLink":"d","value":[{"id":"a","subject":"\u00e4 \"q\" \ud83d\ude00","from":{"emailAddress":{"address":"o\u0027brien@there.example","name":"O\u0027Brien"}},"toRecipients":[],"ccRecipients":[],"sentDateTime":"2026-01-02T03:04:05Z","receivedDateTime":"2026-01-02T03:04:05Z","isDraft":true}]}""" },
        { "meeting mail", """{"@odata.deltaLink":"d","value":[{"@odata.type":"#microsoft.graph.eventMessageRequest","id":"a","toRecipients":[],"ccRecipients":[],"sentDateTime":"2026-01-02T03:04:05Z","receivedDateTime":"2026-01-02T03:04:05Z","isDraft":false}]}""" },
        { "properties nobody asked for", """{"@odata.deltaLink":"d","x":[{"value":[1]}],"value":[{"id":"a","flag":{"id":"no"},"body":{"from":1},"toRecipients":[{"x":{"emailAddress":1}}],"ccRecipients":[],"sentDateTime":"2026-01-02T03:04:05Z","receivedDateTime":"2026-01-02T03:04:05Z","isDraft":false}]}""" },
    };

    [Fact]
    public async Task The_sample_mailbox_is_read_as_through_the_models_of_the_sdk()
    {
        await using var client = await EmulatorClient.StartAsync(InboxNetworker.GraphEmulator.Mailboxes.Sample.SampleMailbox.Create(SmallMailbox.Now));
        var reader = new MessagePageReader(new SeenNames());
        var messages = 0;
        foreach (var folder in (await client.GetJsonAsync("me/mailFolders?$top=100"))["value"]!.AsArray())
        {
            var link = $"me/mailFolders/{folder!["id"]}/messages/delta?$select={string.Join(',', MessageReading.Properties)}";
            for (ToldPage? page = null; page?.IsLast != true; link = page.Link)
            {
                var answer = (await client.GetJsonAsync(link, Prefer)).ToJsonString();
                page = reader.Read(Encoding.UTF8.GetBytes(answer))!;
                Assert.Equal(await PlainlyAsync(answer), Lines(page));
                messages += page.Changes.Count;
            }
        }

        Assert.True(messages > 5000, $"{messages} messages");
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task An_odd_page_is_read_as_through_the_models_of_the_sdk(string what, string answer)
    {
        Assert.NotEmpty(what);
        Assert.Equal(await PlainlyAsync(answer), Lines(new MessagePageReader(new SeenNames()).Read(Encoding.UTF8.GetBytes(answer))));
    }

    [Fact]
    public void A_page_that_breaks_off_anywhere_is_no_page()
    {
        var answer = Encoding.UTF8.GetBytes("""{"@odata.nextLink":"n","value":[{"id":"a","from":{"emailAddress":{"name":"N","address":"a@b.example"}},"toRecipients":[],"isDraft":false}]}""");
        var reader = new MessagePageReader(new SeenNames());
        Assert.NotNull(reader.Read(answer));
        for (var length = 0; length < answer.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => reader.Read(answer.AsSpan(0, length)));
        }

        Assert.ThrowsAny<JsonException>(() => reader.Read([.. answer, .. "{}"u8]));
    }

    [Fact]
    public void A_page_with_an_unreadable_text_that_breaks_off_is_no_page()
    {
        var answer = Encoding.Latin1.GetBytes("{\"@odata.deltaLink\":\"d\",\"value\":[{\"id\":\"a\",\"subject\":\"cut \\ud83d and \u00f0\u009f\",\"sentDateTime\":\"2026-01-02T03:04:05Z\"}]}");
        var reader = new MessagePageReader(new SeenNames());
        for (var length = 0; length < answer.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => reader.Read(answer.AsSpan(0, length)));
        }

        Assert.Equal("cut \uFFFD and \uFFFD", Assert.Single(reader.Read(answer)!.Changes).Mail!.Value.Subject);
    }

    [Fact]
    public void A_known_person_is_made_into_text_once()
    {
        var answer = Encoding.UTF8.GetBytes("""{"@odata.nextLink":"n","value":[{"id":"a","from":{"emailAddress":{"name":"N","address":"a@b.example"}},"sentDateTime":"2026-01-02T03:04:05Z"},{"id":"b","from":{"emailAddress":{"address":"a@b.example","name":"N"}},"sentDateTime":"2026-01-02T03:04:05Z"}]}""");

        var senders = new MessagePageReader(new SeenNames()).Read(answer)!.Changes.ConvertAll(c => c.Mail!.Value.From!.Value);

        Assert.Same(senders[0].Address, senders[1].Address);
        Assert.Same(senders[0].Name, senders[1].Name);
    }

    private static async Task<string> PlainlyAsync(string answer)
    {
        var page = await KiotaJsonSerializer.DeserializeAsync<DeltaGetResponse>(answer, EmulatorClient.Cancel);
        if (page?.Value is null || (page.OdataNextLink ?? page.OdataDeltaLink) is null)
        {
            return "none";
        }

        return Lines(page.Value.Where(m => m.Id is not null).Select(m => IsRemoved(m)
            ? Line(ItemId.Of(m.Id!), null, true, null)
            : Line(ItemId.Of(m.Id!), MessageReading.ToItem(m), false, IsPartial(m) ? m.Id : null)), page.OdataNextLink ?? page.OdataDeltaLink!, page.OdataNextLink is null);
    }

    private static bool IsRemoved(Message message) => message.AdditionalData.ContainsKey("@removed");

    private static bool IsPartial(Message message) =>
        message.IsDraft is null || message.ReceivedDateTime is null || message.SentDateTime is null || message.ToRecipients is null || message.CcRecipients is null;

    private static string Lines(ToldPage? page)
    {
        if (page is null)
        {
            return "none";
        }

        var inPart = page.InPart.ToDictionary(p => p.Position, p => p.Id);
        return Lines(page.Changes.Select((c, n) => Line(c.Id, c.Mail, c.Removed, inPart.GetValueOrDefault(n))), page.Link, page.IsLast);
    }

    private static string Lines(IEnumerable<string> lines, string link, bool isLast) => string.Join('\n', lines.Append($"{link} {isLast}"));

    private static string Line(ItemId id, MailItem? item, bool removed, string? askFor)
    {
        if (item is not { } mail)
        {
            return $"{id} {removed} {askFor}";
        }

        return $"{id} {removed} {askFor} {mail.From} to {string.Join(';', mail.To)} cc {string.Join(';', mail.Cc)} {mail.Subject} {mail.At:O} {mail.RecipientCount} {mail.IsDraft} {mail.IsMeetingMail}";
    }
}
