using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.Graph.Tests.Emulator.Faults;

public sealed class FaultSwitchTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_faults_again()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var first = await StatusesAsync(emulator, "seed=5,429=0.3,503=0.3,504=0.2");
        var second = await StatusesAsync(emulator, "seed=5,429=0.3,503=0.3,504=0.2");
        var other = await StatusesAsync(emulator, "seed=6,429=0.3,503=0.3,504=0.2");

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal([200, 429, 503, 504], first.Distinct().Order());
    }

    [Fact]
    public async Task Faults_are_switched_while_it_runs()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var told = await SwitchAsync(emulator, new { faults = "seed=4,504=1" });
        await emulator.ErrorAsync("me", 504);
        var after = await SwitchAsync(emulator, new { faults = "" });
        await emulator.GetJsonAsync("me");
        await SwitchAsync(emulator, new { faults = "503=1" });
        await emulator.ErrorAsync("me", 503);
        await SwitchAsync(emulator, new { });
        await emulator.GetJsonAsync("me");

        Assert.Equal("seed=4,504=1", told["faults"]!.GetValue<string>());
        Assert.Equal("", after["faults"]!.GetValue<string>());
        Assert.Equal(1, after["injected"]!["504"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("{\"faults\":\"429=3\"}", "faults: '429' is '3'; it takes a share of the requests from 0 to 1")]
    [InlineData("{\"faults\":7}", "faults: a text is expected.")]
    [InlineData("[]", "The body is not a JSON object.")]
    [InlineData("{", "The body is not a JSON object.")]
    public async Task A_wrong_switch_is_explained_and_changes_nothing(string body, string says)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        await SwitchAsync(emulator, new { faults = "504=1" });

        using var answer = await emulator.SendAsync("../emulator/faults", null, HttpMethod.Post, new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, (await EmulatorClient.ErrorOf(answer)).Message, StringComparison.Ordinal);
        await emulator.ErrorAsync("me", 504);
    }

    [Fact]
    public async Task The_emulators_own_routes_never_meet_a_fault_and_need_no_token()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        await SwitchAsync(emulator, new { faults = "429=1" });
        using var http = new HttpClient();

        for (var i = 0; i < 5; i++)
        {
            using var answer = await http.GetAsync(new Uri(emulator.Host.BaseAddress, "emulator/faults"), EmulatorClient.Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_passed()
    {
        var time = new SignallingTime();
        Assert.True(FaultPlan.TryParse("slow=1", out var plan, out _));
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { TimeProvider = time, Faults = plan });

        var asking = emulator.GetJsonAsync("me");
        await time.TimersAsync(1);
        time.Advance(TimeSpan.FromMilliseconds(299));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Mara Lind", (await asking)["displayName"]!.GetValue<string>());
        Assert.Equal(FaultKind.Slow, Assert.Single(emulator.Host.Requests).Fault);
    }

    private static async Task<JsonNode> SwitchAsync(EmulatorClient emulator, object body)
    {
        using var answer = await emulator.SendAsync("../emulator/faults", null, HttpMethod.Post, JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel))!;
    }

    private static async Task<List<int>> StatusesAsync(EmulatorClient emulator, string plan)
    {
        await SwitchAsync(emulator, new { faults = plan });
        var statuses = new List<int>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await emulator.SendAsync("me", null);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }
}
