using System.IO.Compression;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Alerts.AlertMailbox;

namespace InboxNetworker.Api.Tests.Alerts;

public sealed class AlertExportTests
{
    [Fact]
    public async Task Alerts_and_their_settings_can_be_taken_along_and_their_secrets_cannot()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        api.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        var secret = (await TurnOnAsync(api, pane: true, calendar: true, perWeek: 7)).GetProperty("calendarAddress").GetString()!.Split('/')[^1].Split('.')[0];
        var alert = await AlertAsync(api);

        await using var stream = await api.Client.GetStreamAsync("/api/export", TestContext.Current.CancellationToken);
        await using var archive = new ZipArchive(stream);
        using var reader = new StreamReader(await archive.GetEntry("everything.json")!.OpenAsync(TestContext.Current.CancellationToken));
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var everything = JsonDocument.Parse(text);

        var kept = Assert.Single(everything.RootElement.GetProperty("alerts").EnumerateArray());
        Assert.Equal((alert.GetProperty("text").GetString(), Ana), (kept.GetProperty("text").GetString(), kept.GetProperty("address").GetString()));
        var settings = everything.RootElement.GetProperty("alertSettings");
        Assert.Equal(("de", 7, true), (settings.GetProperty("language").GetString(), settings.GetProperty("perWeek").GetInt32(), settings.GetProperty("calendar").GetBoolean()));
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
