using System.Net;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>Answers that are made once and then served as bytes.</summary>
public sealed class PreparedAnswersTests
{
    private const string Delta = "me/mailFolders/inbox/messages/delta?$select=subject,from";
    private const string Prefer = "IdType=\"ImmutableId\", odata.maxpagesize=7";

    private static readonly string[] OfOneAnswer = ["request-id", "client-request-id", "Date", "Content-Length", "Transfer-Encoding"];

    [Fact]
    public async Task A_prepared_answer_is_the_fresh_one_byte_for_byte()
    {
        await using var emulator = await StartAsync();
        var (fresh, freshHeaders) = await WholeAsync(emulator, Delta);
        var (prepared, preparedHeaders) = await WholeAsync(emulator, Delta);

        Assert.Equal(fresh, prepared);
        Assert.Equal(freshHeaders, preparedHeaders);
    }

    [Fact]
    public async Task It_is_what_an_emulator_without_would_have_answered()
    {
        await using var emulator = await StartAsync();
        await using var plain = await EmulatorClient.StartAsync(Content(), new GraphEmulatorOptions { TimeProvider = new FakeTimeProvider(SmallMailbox.Now) });
        await emulator.DrainAsync(Delta, Prefer);

        var (again, expected) = (await emulator.DrainAsync(Delta, Prefer), await plain.DrainAsync(Delta, Prefer));

        Assert.Equal(expected.Pages, again.Pages);
        Assert.Equal(expected.Items.Select(i => i.ToJsonString()), again.Items.Select(i => i.ToJsonString()));
    }

    [Fact]
    public async Task A_link_asked_for_again_leads_the_same_way_however_old_it_is()
    {
        await using var emulator = await StartAsync();
        var first = await emulator.DrainAsync(Delta, Prefer);
        var again = await emulator.DrainAsync(Delta, Prefer);

        Assert.True(first.Pages > 4);
        Assert.Equal(first.DeltaLink, again.DeltaLink);
        Assert.Equal(first.Items.Count, again.Items.Count);
    }

    [Fact]
    public async Task What_is_asked_for_in_another_way_is_another_answer()
    {
        await using var emulator = await StartAsync();

        var seven = await emulator.GetJsonAsync(Delta, Prefer);
        var three = await emulator.GetJsonAsync(Delta, "odata.maxpagesize=3");

        Assert.Equal(7, seven["value"]!.AsArray().Count);
        Assert.Equal(3, three["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task After_a_change_the_old_delta_link_tells_what_came()
    {
        await using var emulator = await StartAsync();
        var link = (await emulator.DrainAsync(Delta, Prefer)).DeltaLink;
        var quiet = await emulator.DrainAsync(link, Prefer);
        for (var i = 0; i < 100; i++)
        {
            emulator.Host.Control.AddMessage(new NewMessage("inbox", SmallMailbox.Jon, [SmallMailbox.Mara], $"New {i}"));
        }

        var told = await emulator.DrainAsync(quiet.DeltaLink, Prefer);

        Assert.Equal(100, told.Items.Select(i => i["subject"]!.GetValue<string>()).Where(s => s.StartsWith("New ", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(140, (await emulator.DrainAsync(Delta, Prefer)).Items.Select(i => i["id"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task New_folders_changed_meetings_and_forgotten_tokens_are_seen_at_once()
    {
        await using var emulator = await StartAsync();
        var folders = await FoldersAsync(emulator);
        var events = (await emulator.GetJsonAsync("me/events"))["value"]!.AsArray().Count;
        var link = (await emulator.DrainAsync(Delta, Prefer)).DeltaLink;
        await emulator.DrainAsync(link, Prefer);

        emulator.Host.Control.AddFolder("Lately");
        emulator.Host.Calendar.Add(new("Lunch", SmallMailbox.Now.AddDays(1), SmallMailbox.Now.AddDays(1).AddHours(1)));
        emulator.Host.Control.ForgetTokens();

        Assert.Equal(folders + 1, await FoldersAsync(emulator));
        Assert.Equal(events + 1, (await emulator.GetJsonAsync("me/events"))["value"]!.AsArray().Count);
        using var forgotten = await emulator.SendAsync(link, Prefer);
        Assert.Equal(HttpStatusCode.Gone, forgotten.StatusCode);
    }

    [Fact]
    public async Task Tokens_permissions_limits_and_faults_come_first()
    {
        await using var emulator = await StartAsync(new MailboxLimits { Requests = 4 });
        await emulator.GetJsonAsync(Delta, Prefer);

        using var nobody = new HttpClient { BaseAddress = emulator.Root };
        using var unsigned = await nobody.GetAsync(new Uri(Delta, UriKind.Relative), EmulatorClient.Cancel);
        emulator.Host.SetGrantedScopes("User.Read");
        using var forbidden = await emulator.SendAsync(Delta, Prefer);
        emulator.Host.SetGrantedScopes(null);
        emulator.Host.SetFaults(FaultPlan.TryParse("503=1", out var plan, out _) ? plan : throw new InvalidOperationException());
        using var broken = await emulator.SendAsync(Delta, Prefer);
        emulator.Host.SetFaults(FaultPlan.None);
        using var fourth = await emulator.SendAsync(Delta, Prefer);
        using var tooMany = await emulator.SendAsync(Delta, Prefer);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            new[] { unsigned, forbidden, broken, fourth, tooMany }.Select(a => a.StatusCode));
    }

    [Fact]
    public async Task What_a_token_may_not_see_is_not_served_to_it_because_another_saw_it()
    {
        await using var emulator = await StartAsync();
        Assert.NotNull((await emulator.GetJsonAsync("me/messages"))["value"]![0]!["body"]);

        emulator.Host.SetGrantedScopes("Mail.ReadBasic");

        Assert.Null((await emulator.GetJsonAsync("me/messages"))["value"]![0]!["body"]);
    }

    private static MailboxContent Content() => SmallMailbox.With(SmallMailbox.Messages(40));

    private static Task<EmulatorClient> StartAsync(MailboxLimits? limits = null) =>
        EmulatorClient.StartAsync(Content(), new GraphEmulatorOptions { TimeProvider = new FakeTimeProvider(SmallMailbox.Now), Prepared = true, Limits = limits ?? new MailboxLimits() });

    private static async Task<int> FoldersAsync(EmulatorClient emulator) => (await emulator.GetJsonAsync("me/mailFolders?$top=100"))["value"]!.AsArray().Count;

    private static async Task<(byte[] Body, List<string> Headers)> WholeAsync(EmulatorClient emulator, string address)
    {
        using var answer = await emulator.SendAsync(address, Prefer);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !OfOneAnswer.Contains(h.Key, StringComparer.OrdinalIgnoreCase));
        return (await answer.Content.ReadAsByteArrayAsync(EmulatorClient.Cancel), [.. headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal)]);
    }
}
