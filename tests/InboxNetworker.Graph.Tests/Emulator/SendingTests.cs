using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Graph.Models;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>Mail that is sent, tasks that are made, and the count of both.</summary>
public sealed class SendingTests
{
    private const string Mime = "Message-ID: <one@x.example>\r\nFrom: mara.lind@northwind.example\r\nTo: Mara Lind <mara.lind@northwind.example>\r\nSubject: Hello\r\n\r\nText\r\n";

    [Fact]
    public async Task A_mail_as_mime_stands_in_sent_items_and_of_oneself_in_the_inbox_and_is_found_by_its_id()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await emulator.SendAsync("me/sendMail", null, HttpMethod.Post, new StringContent(Convert.ToBase64String(Encoding.UTF8.GetBytes(Mime)), Encoding.ASCII, "text/plain"));
        var found = await emulator.Sdk.Me.Messages.GetAsync(r => r.QueryParameters.Filter = "internetMessageId eq '<one@x.example>'", EmulatorClient.Cancel);
        var sent = await emulator.Sdk.Me.MailFolders["sentitems"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(2, found!.Value!.Count);
        Assert.Equal(("Hello", false), (Assert.Single(sent!.Value!).Subject, sent.Value![0].IsDraft));
        Assert.Equal("<one@x.example>", Assert.Single((await DeliveriesAsync(emulator))["mails"]!.AsArray())!["internetMessageId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_mail_through_the_sdk_and_a_draft_are_sent_and_counted()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var jon = new Recipient { EmailAddress = new EmailAddress { Name = "Jon Berg", Address = "jon.berg@fabrikam.example" } };

        await emulator.Sdk.Me.SendMail.PostAsync(new() { Message = new Message { Subject = "One", ToRecipients = [jon] }, SaveToSentItems = false }, cancellationToken: EmulatorClient.Cancel);
        var draft = await emulator.Sdk.Me.Messages.PostAsync(new Message { Subject = "Two", ToRecipients = [jon] }, cancellationToken: EmulatorClient.Cancel);
        await emulator.Sdk.Me.Messages[draft!.Id!].Send.PostAsync(cancellationToken: EmulatorClient.Cancel);

        var sent = await emulator.Sdk.Me.MailFolders["sentitems"].Messages.GetAsync(cancellationToken: EmulatorClient.Cancel);
        Assert.Equal("Two", Assert.Single(sent!.Value!).Subject);
        Assert.Equal(["One", "Two"], (await DeliveriesAsync(emulator))["mails"]!.AsArray().Select(m => m!["subject"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("text/plain", "not base64!", "BadRequest")]
    [InlineData("application/json", "{}", "BadRequest")]
    [InlineData("application/json", """{"message":{"subject":"x"}}""", "ErrorInvalidRecipients")]
    public async Task What_cannot_be_sent_is_refused(string type, string body, string code)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await emulator.SendAsync("me/sendMail", null, HttpMethod.Post, new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, (await EmulatorClient.ErrorOf(answer)).Code));
        Assert.Empty((await DeliveriesAsync(emulator))["mails"]!.AsArray());
    }

    [Fact]
    public async Task A_task_is_kept_with_what_it_is_linked_to_and_shows_it_where_that_is_expanded()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var list = await emulator.Sdk.Me.Todo.Lists.PostAsync(new TodoTaskList { DisplayName = "Mine" }, cancellationToken: EmulatorClient.Cancel);
        await emulator.Sdk.Me.Todo.Lists[list!.Id!].Tasks.PostAsync(
            new TodoTask { Title = "Write", DueDateTime = new DateTimeTimeZone { DateTime = "2026-06-15T10:00:00", TimeZone = "UTC" }, LinkedResources = [new LinkedResource { ApplicationName = "A", ExternalId = "1" }] },
            cancellationToken: EmulatorClient.Cancel);

        var plain = await emulator.Sdk.Me.Todo.Lists[list.Id!].Tasks.GetAsync(cancellationToken: EmulatorClient.Cancel);
        var expanded = await emulator.Sdk.Me.Todo.Lists[list.Id!].Tasks.GetAsync(r => r.QueryParameters.Expand = ["linkedResources"], EmulatorClient.Cancel);
        var schema = Schema.Load();

        Assert.Null(Assert.Single(plain!.Value!).LinkedResources);
        var task = Assert.Single(expanded!.Value!);
        Assert.Equal(("1", "2026-06-15T00:00:00.0000000"), (Assert.Single(task.LinkedResources!).ExternalId, task.DueDateTime!.DateTime));
        Assert.True(schema.Read(await emulator.Http.GetStringAsync($"me/todo/lists/{list.Id}/tasks", EmulatorClient.Cancel), "todoTask", true) > 0);
    }

    [Fact]
    public async Task Working_hours_can_be_changed_and_nothing_else_of_the_settings()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var changed = await emulator.SendAsync("me/mailboxSettings", null, HttpMethod.Patch, Json("""{"workingHours":{"daysOfWeek":["friday"],"startTime":"10:30:00","endTime":"12:00:00","timeZone":{"name":"UTC"}}}"""));
        using var refused = await emulator.SendAsync("me/mailboxSettings", null, HttpMethod.Patch, Json("""{"workingHours":{"daysOfWeek":["someday"]}}"""));
        using var other = await emulator.SendAsync("me/mailboxSettings", null, HttpMethod.Patch, Json("""{"timeFormat":"HH"}"""));
        var hours = (await emulator.Sdk.Me.MailboxSettings.GetAsync(cancellationToken: EmulatorClient.Cancel))!.WorkingHours!;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotImplemented), (changed.StatusCode, refused.StatusCode, other.StatusCode));
        Assert.Equal((DayOfWeekObject.Friday, 10, 30), (Assert.Single(hours.DaysOfWeek!)!.Value, hours.StartTime!.Value.Hour, hours.StartTime.Value.Minute));
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<JsonObject> DeliveriesAsync(EmulatorClient emulator) =>
        JsonNode.Parse(await emulator.Http.GetStringAsync("/emulator/deliveries", EmulatorClient.Cancel))!.AsObject();
}
