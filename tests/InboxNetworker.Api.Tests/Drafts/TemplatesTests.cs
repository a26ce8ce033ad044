using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Drafts;

public sealed class TemplatesTests
{
    private const string Ana = "ana.fox@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_template_writes_the_drafts_until_it_is_reset()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var id = await api.IdOfAsync(Ana);

        using var changed = await api.PutAsync("/api/templates/checkIn", new { subject = "Coffee, {{ first_name }}?", text = "{{ greeting }}\r\n\r\nshall we have a coffee?" });
        var list = await changed.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(8, list.GetProperty("items").GetArrayLength());
        Assert.Equal(["checkIn"], Changed(list));
        Assert.Equal(("Coffee, Ana?", "Hi Ana,\n\nshall we have a coffee?"), await DraftAsync(api, id));

        using var reset = await api.Client.DeleteAsync("/api/templates/checkIn", Cancellation);
        Assert.Empty(Changed(await reset.Content.ReadFromJsonAsync<JsonElement>(Cancellation)));
        Assert.StartsWith("Catching up after", (await DraftAsync(api, id)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_has_its_own()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        api.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        using var changed = await api.PutAsync("/api/templates/checkIn", new { subject = "Kaffee?", text = "{{ greeting }} Kaffee?" });
        Assert.Equal("Kaffee?", (await DraftAsync(api, await api.IdOfAsync(Ana))).Subject);

        api.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        Assert.Empty(Changed(await api.GetAsync("/api/templates")));
        Assert.StartsWith("Catching up after", (await DraftAsync(api, await api.IdOfAsync(Ana))).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_put_as_it_came_is_no_change()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var item = (await api.GetAsync("/api/templates")).GetProperty("items")[0];

        using var same = await api.PutAsync("/api/templates/checkIn", new { subject = item.GetProperty("subject").GetString(), text = item.GetProperty("text").GetString() });

        Assert.Empty(Changed(await same.Content.ReadFromJsonAsync<JsonElement>(Cancellation)));
    }

    [Fact]
    public async Task A_broken_template_is_refused_with_its_line_and_the_one_before_stays()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        using var good = await api.PutAsync("/api/templates/checkIn", new { subject = "Coffee?", text = "{{ greeting }}" });

        foreach (var (text, says) in new[]
        {
            ("Hi\n{% if topic %}", "Line 2 of the text: "), ("Hi\n\n{{ nmae }}", "Line 3 of the text: There is no value «nmae»"), ("", "The text: It is empty"), (new string('x', 8_001), "The text: It is longer than 8000 characters"),
        })
        {
            foreach (var way in new[] { false, true })
            {
                using var refused = way
                    ? await api.PutAsync("/api/templates/checkIn", new { subject = "x", text })
                    : await api.PostAsync("/api/templates/checkIn/preview", new { subject = "x", text, contact = await api.IdOfAsync(Ana) });
                await ProblemAssert.SaysAsync(refused, HttpStatusCode.BadRequest, says);
            }
        }

        Assert.Equal("Coffee?", (await DraftAsync(api, await api.IdOfAsync(Ana))).Subject);
    }

    [Fact]
    public async Task The_refusal_names_the_field_and_the_line_for_programs()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var refused = await api.PutAsync("/api/templates/ask", new { subject = "{{ oops }}", text = "x" });
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(("subject", 1), (problem.GetProperty("field").GetString(), problem.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Five_megabytes_are_refused_before_they_are_looked_at()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var refused = await api.PutAsync("/api/templates/checkIn", new { subject = "x", text = new string('x', 5 * 1024 * 1024) });

        await ProblemAssert.SaysAsync(refused, HttpStatusCode.RequestEntityTooLarge, "at most 1024 KB");
    }

    [Theory]
    [InlineData("sing")]
    [InlineData("3")]
    [InlineData("checkIn,ask")]
    public async Task An_unknown_intent_is_refused(string intent)
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var put = await api.PutAsync($"/api/templates/{intent}", new { subject = "x", text = "x" });
        using var reset = await api.Client.DeleteAsync($"/api/templates/{intent}", Cancellation);

        await ProblemAssert.SaysAsync(put, HttpStatusCode.BadRequest, "checkIn, offerHelp");
        await ProblemAssert.SaysAsync(reset, HttpStatusCode.BadRequest, "checkIn, offerHelp");
    }

    [Fact]
    public async Task A_template_can_be_tried_on_somebody_and_nothing_is_stored()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var tried = await api.PostAsync("/api/templates/thank/preview", new { subject = "Thanks for {{ topic }}", text = "{{ greeting }} {{ ago }}", contact = await api.IdOfAsync(Ana) });
        var preview = await tried.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        using var nobody = await api.PostAsync("/api/templates/thank/preview", new { subject = "x", text = "x", contact = "999" });

        Assert.Equal(("Thanks for Budget", "Hi Ana, about half a year ago"), (preview.GetProperty("subject").GetString(), preview.GetProperty("text").GetString()));
        await ProblemAssert.IsProblemAsync(nobody, HttpStatusCode.NotFound);
        Assert.Empty(Changed(await api.GetAsync("/api/templates")));
    }

    [Fact]
    public async Task Changed_templates_are_in_the_copy_of_ones_data_and_go_when_it_is_erased()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        using var changed = await api.PutAsync("/api/templates/checkIn", new { subject = "Coffee?", text = "{{ greeting }}" });

        await using var zip = await api.Client.GetStreamAsync("/api/export", Cancellation);
        using var archive = new ZipArchive(zip);
        await using var json = await archive.GetEntry("everything.json")!.OpenAsync(Cancellation);
        var copy = (await JsonDocument.ParseAsync(json, cancellationToken: Cancellation)).RootElement;
        using var erased = await api.Client.DeleteAsync("/api/data", Cancellation);

        Assert.Equal("Coffee?", Assert.Single(copy.GetProperty("templates").EnumerateArray()).GetProperty("subject").GetString());
        Assert.True(erased.IsSuccessStatusCode);
        Assert.Empty(Changed(await api.GetAsync("/api/templates")));
    }

    private static MailboxFile Mailbox() => new MailboxFile().Exchange(Ana, weeks: 6, silentDays: 200, subject: "Budget");

    private static IEnumerable<string?> Changed(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("changed").GetBoolean()).Select(i => i.GetProperty("intent").GetString());

    private static async Task<(string? Subject, string? Text)> DraftAsync(RunningApi api, string id)
    {
        using var response = await api.PostAsync($"/api/contacts/{id}/drafts", new { });
        var draft = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (draft.GetProperty("subject").GetString(), draft.GetProperty("text").GetString());
    }
}
