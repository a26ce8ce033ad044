using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hardening;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;

namespace InboxNetworker.Api.Tests.ExactlyOnce;

/// <summary>The real program, ended by the system without a word, in the middle of whatever it does.</summary>
public sealed class KilledProgramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_program_killed_while_reading_goes_on_where_it_was(int seed)
    {
        using var folder = new TestFolder();
        var dice = new Random(seed);
        var story = new Story(seed);
        await using var emulator = await GraphEmulatorHost.StartAsync(story.Content, new GraphEmulatorOptions(), TestContext.Current.CancellationToken);

        for (var kill = 0; kill < 3; kill++)
        {
            await KillAsync(emulator, folder.At("killed.db"), atRequest: dice.Next(12, 30));
        }

        Assert.Equal(await DigestAsync(emulator, folder.At("whole.db")), await DigestAsync(emulator, folder.At("killed.db")));
    }

    private static async Task KillAsync(GraphEmulatorHost emulator, string store, int atRequest)
    {
        using var program = Start(emulator, store);
        LogWatch.Hear(program.StandardOutput);
        var requests = 0;
        void Count(ReceivedRequest request)
        {
            if (++requests == atRequest)
            {
                program.Kill();
            }
        }

        emulator.Received += Count;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await program.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        emulator.Received -= Count;

        // A reading that ended by itself before is killed all the same.
        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(137, program.ExitCode);
    }

    private static async Task<string> DigestAsync(GraphEmulatorHost emulator, string store)
    {
        using var program = Start(emulator, store);
        try
        {
            using var client = new HttpClient();
            while (true)
            {
                var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                LogWatch.Hear(line);
                if (line.StartsWith("InboxNetworker is here: ", StringComparison.Ordinal))
                {
                    client.BaseAddress = new Uri(line.Split(' ')[3]);
                    LogWatch.Hear(program.StandardOutput);
                    await StartPage.OpenAsync(client, TestContext.Current.CancellationToken);
                    break;
                }
            }

            await using var events = await client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken);
            await foreach (var told in SseParser.Create(events).EnumerateAsync(TestContext.Current.CancellationToken))
            {
                switch (JsonDocument.Parse(told.Data).RootElement.GetProperty("state").GetString())
                {
                    case "ready":
                        var report = await client.GetFromJsonAsync<JsonElement>("/api/sync", TestContext.Current.CancellationToken);
                        return report.GetProperty("digest").GetString()!;
                    case "failed":
                        using (await client.PostAsync("/api/sync", null, TestContext.Current.CancellationToken))
                        {
                            break;
                        }
                }
            }

            throw new InvalidOperationException("The events ended before the reading did.");
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(GraphEmulatorHost emulator, string store)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "InboxNetworker.Api.exe" : "InboxNetworker.Api");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            "--urls", "http://127.0.0.1:0",
            "--graph", emulator.BaseAddress.GetLeftPart(UriPartial.Authority),
            "--InboxNetworker:Store:File", store,
            "--InboxNetworker:Reading:PageSize", "3",
            "--InboxNetworker:Reading:HistoryDays", "400"])
        {
            start.ArgumentList.Add(argument);
        }

        var started = Process.Start(start)!;
        LogWatch.Hear(started.StandardError);
        return started;
    }
}
