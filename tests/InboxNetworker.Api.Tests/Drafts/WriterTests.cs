using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InboxNetworker.Api.Tests.Drafts;

/// <summary>The optional AI writer, against a server on this computer that speaks as Ollama or Azure OpenAI does.</summary>
public sealed class WriterTests
{
    private const string Ana = "ana.fox@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ollama")]
    [InlineData("AzureOpenAI")]
    public async Task A_draft_is_worded_anew_marked_and_made_of_nothing_but_what_the_template_said(string kind)
    {
        await using var model = await Model.StartAsync("""{"subject":"Long time","text":"Hi Ana,\n\nshall we <b>talk</b>?"}""");
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox, model.Options(kind));

        var plain = await ComposeAsync(api, writer: false);
        Assert.Empty(model.Asked);
        var draft = await ComposeAsync(api, writer: true);

        Assert.Equal(("template", true), (plain.GetProperty("writtenBy").GetString(), plain.GetProperty("canRewrite").GetBoolean()));
        Assert.Equal("ai", draft.GetProperty("writtenBy").GetString());
        Assert.Equal(("Long time", "Hi Ana,\n\nshall we <b>talk</b>?"), (draft.GetProperty("subject").GetString(), draft.GetProperty("text").GetString()));
        Assert.Contains("&lt;b&gt;talk&lt;/b&gt;", draft.GetProperty("html").GetString(), StringComparison.Ordinal);
        var asked = Assert.Single(model.Asked);
        Assert.Contains("Budget", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("@", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Fox", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I am afraid I cannot do that.")]
    [InlineData("""{"subject":"","text":"x"}""")]
    [InlineData("")]
    public async Task What_is_of_no_use_is_replaced_by_the_template(string answer)
    {
        await using var model = await Model.StartAsync(answer);
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox, model.Options());

        await IsTemplateInsteadAsync(await ComposeAsync(api, writer: true));
    }

    [Theory]
    [InlineData("Ollama")]
    [InlineData("AzureOpenAI")]
    public async Task What_a_draft_says_goes_nowhere_that_the_model_points_to(string kind)
    {
        await using var model = await Model.StartAsync("elsewhere");
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox, model.Options(kind));

        await IsTemplateInsteadAsync(await ComposeAsync(api, writer: true));

        Assert.NotEmpty(model.Asked);
        Assert.False(model.FollowedElsewhere);
    }

    [Fact]
    public async Task A_model_that_fails_is_replaced_by_the_template()
    {
        await using var model = await Model.StartAsync(null);
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox, model.Options());

        await IsTemplateInsteadAsync(await ComposeAsync(api, writer: true));
    }

    [Fact]
    public async Task A_model_that_does_not_answer_in_time_is_replaced_by_the_template()
    {
        await using var model = await Model.StartAsync("never");
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox, model.Options());

        var waiting = ComposeAsync(api, writer: true);
        await model.WasAsked;
        api.Time.Advance(TimeSpan.FromSeconds(20));

        await IsTemplateInsteadAsync(await waiting);
    }

    [Fact]
    public async Task Without_one_nobody_can_ask_for_it()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var refused = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts", new { writer = true });

        await ProblemAssert.SaysAsync(refused, HttpStatusCode.BadRequest, "an AI writer is configured");
        Assert.False((await ComposeAsync(api, writer: false)).GetProperty("canRewrite").GetBoolean());
    }

    [Theory]
    [InlineData("Kind is «Parrot»", "--InboxNetworker:Writer:Kind", "Parrot")]
    [InlineData("Endpoint is «»", "--InboxNetworker:Writer:Kind", "Ollama")]
    [InlineData("Endpoint is «http://models.example»", "--InboxNetworker:Writer:Kind", "Ollama", "--InboxNetworker:Writer:Endpoint", "http://models.example")]
    [InlineData("Model is not set", "--InboxNetworker:Writer:Kind", "Ollama", "--InboxNetworker:Writer:Endpoint", "http://localhost:1")]
    [InlineData("Key is not set", "--InboxNetworker:Writer:Kind", "AzureOpenAI", "--InboxNetworker:Writer:Endpoint", "https://name.openai.azure.com", "--InboxNetworker:Writer:Model", "m")]
    [InlineData("TimeoutSeconds is «0»", "--InboxNetworker:Writer:TimeoutSeconds", "0")]
    public async Task A_writer_that_is_half_configured_stops_the_start(string says, params string[] options)
    {
        var failure = await Assert.ThrowsAsync<StartException>(() => RunningApi.StartAsync(options));
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    private static MailboxFile Mailbox() => new MailboxFile().Exchange(Ana, weeks: 6, silentDays: 200, subject: "Budget");

    private static async Task<JsonElement> ComposeAsync(RunningApi api, bool writer)
    {
        using var response = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts", new { writer });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static Task IsTemplateInsteadAsync(JsonElement draft)
    {
        Assert.Equal("templateInstead", draft.GetProperty("writtenBy").GetString());
        Assert.StartsWith("Hi Ana,\n\nOur exchange on “Budget”", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    /// <summary>Answers every question the same: null with an error, «never» not at all.</summary>
    private sealed class Model : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Model(WebApplication app) => _app = app;

        public List<string> Asked { get; } = [];

        public Task WasAsked => _asked.Task.WaitAsync(Cancellation);

        public bool FollowedElsewhere { get; private set; }

        public string[] Options(string kind = "Ollama") =>
        [
            "--InboxNetworker:Writer:Kind", kind, "--InboxNetworker:Writer:Endpoint", _app.Urls.Single(), "--InboxNetworker:Writer:Model", "small", "--InboxNetworker:Writer:Key", "secret",
        ];

        public static async Task<Model> StartAsync(string? answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var model = new Model(app);
            app.Map("/elsewhere", http =>
            {
                model.FollowedElsewhere = true;
                return Task.CompletedTask;
            });
            app.MapPost("/api/chat", http => model.AnswerAsync(http, answer, text => new { model = "small", created_at = "2026-06-15T12:00:00Z", message = new { role = "assistant", content = text }, done = true, done_reason = "stop" }));
            app.MapPost(
                "/openai/v1/chat/completions",
                http => model.AnswerAsync(http, answer, text => new { id = "1", @object = "chat.completion", created = 1, model = "small", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = text } } } }));
            await app.StartAsync(Cancellation);
            return model;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task AnswerAsync(HttpContext http, string? answer, Func<string, object> shape)
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: Cancellation);
            Asked.Add(string.Join('\n', body.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("role").GetString() == "user").Select(m => m.GetProperty("content").ToString())));
            _asked.TrySetResult();
            if (answer is null)
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            if (answer == "elsewhere")
            {
                http.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
                return;
            }

            if (answer == "never")
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            }

            await http.Response.WriteAsJsonAsync(shape(answer), Cancellation);
        }
    }
}
