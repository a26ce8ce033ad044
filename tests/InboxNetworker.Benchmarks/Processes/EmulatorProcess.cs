using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace InboxNetworker.Benchmarks.Processes;

/// <summary>The emulator with a generated mailbox, serving prepared answers.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private EmulatorProcess(ChildProcess process, Uri address, int messages)
    {
        _process = process;
        Messages = messages;
        Client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address => Client.BaseAddress!;

    public int Messages { get; }

    /// <summary>Has no token yet; the emulator takes any.</summary>
    public HttpClient Client { get; }

    public static async Task<EmulatorProcess> StartAsync(int messages)
    {
        var count = messages.ToString(CultureInfo.InvariantCulture);
        var process = ChildProcess.Start("InboxNetworker.GraphEmulator", "--generate", count, "--prepared", "--requests", "2000000000", "--urls", "http://127.0.0.1:0");
        var root = new Uri(await process.WordAfterAsync("Microsoft Graph emulator: "));
        return new EmulatorProcess(process, new Uri(root.GetLeftPart(UriPartial.Authority)), messages);
    }

    /// <summary>The requests that began a folder: as some client has asked them, to be asked again in the very same way.</summary>
    public async Task<IReadOnlyList<(string Target, string? Prefer)>> FirstPagesAskedAsync()
    {
        var log = await Client.GetFromJsonAsync<JsonElement>("/emulator/requests");
        return [.. log.GetProperty("requests").EnumerateArray()
            .Select(r => (Target: r.GetProperty("target").GetString()!, Prefer: r.GetProperty("prefer").GetString()))
            .Where(r => r.Target.Contains("/messages/", StringComparison.Ordinal) && r.Target.Contains("delta", StringComparison.Ordinal) && !r.Target.Contains("token=", StringComparison.Ordinal))
            .Distinct()];
    }

    /// <summary>Mail from people the owner knows, and from some new ones.</summary>
    public async Task AddMessagesAsync(int count, int round)
    {
        for (var i = 0; i < count; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{round}.{i}");
            using var answer = await Client.PostAsJsonAsync("/emulator/messages", new
            {
                folder = "inbox",
                from = new { name = $"Late Writer {i % 50}", address = $"late.writer{i % 50}@brightwater.example" },
                to = new[] { new { name = "Robin Marsh", address = "robin.marsh@northfield-partners.example" } },
                subject = $"Fresh news {text}",
            });
            answer.EnsureSuccessStatusCode();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }
}
