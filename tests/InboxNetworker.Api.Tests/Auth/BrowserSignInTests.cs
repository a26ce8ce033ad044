using System.Text.Json;
using System.Web;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Tests.SignIn;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>One person's own computer, on which the sign-in opens the browser. Here the system's opener hands the address to the test.</summary>
public sealed class BrowserSignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_window_of_the_browser_signs_in()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the system's own opener cannot be replaced.");
        using var opener = new TestFolder();
        await using var own = await OwnComputer.StartAsync();
        using var opened = new FileSystemWatcher(Path.GetDirectoryName(opener.At("address"))!);
        var address = Opening(opened);
        Open(opener);
        await using var api = await own.RunAsync("--InboxNetworker:SignIn:Kind", "Browser");
        using var begun = await api.PostAsync("/api/session/sign-in");
        Assert.Contains("\"waiting\"", await begun.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        // She is sent to the sign-in service, says who she is, agrees, and is sent back to the program.
        var asked = new Uri((await File.ReadAllTextAsync(await address.WaitAsync(Cancellation), Cancellation)).Trim());
        Assert.Equal("S256", HttpUtility.ParseQueryString(asked.Query)["code_challenge_method"]);
        using var visitor = new Visitor(own.Tenant);
        await visitor.GoAsync(asked, Cancellation);
        await visitor.PressAsync(Company.Ana.Name, Cancellation);
        await visitor.PressAsync("Accept", Cancellation);
        using var back = new HttpClient();
        using var fields = new FormUrlEncodedContent(visitor.Left is null ? visitor.Fields() : []);
        using var landed = visitor.Left is { } left ? await back.GetAsync(left, Cancellation) : await back.PostAsync(visitor.FormAction, fields, Cancellation);
        Assert.True(landed.IsSuccessStatusCode);

        Assert.Equal("ready", await StateAsync(api));
        Assert.Equal("signedIn", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
        Assert.Contains("only-anas", await api.Client.GetStringAsync("/api/reconnect", Cancellation), StringComparison.Ordinal);
    }

    /// <summary>Before everything else that is called so, for this process and what it starts.</summary>
    private static void Open(TestFolder opener)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = opener.Write("xdg-open", $"#!/bin/sh\nprintf '%s' \"$1\" > '{opener.At("address")}.new' && mv '{opener.At("address")}.new' '{opener.At("address")}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", $"{Path.GetDirectoryName(script)}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static Task<string> Opening(FileSystemWatcher opened)
    {
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        opened.Renamed += (_, file) => address.TrySetResult(file.FullPath);
        opened.EnableRaisingEvents = true;
        return address.Task;
    }

    private static async Task<string?> StateAsync(RunningApi api)
    {
        await foreach (var status in api.WatchAsync())
        {
            if (status.GetProperty("state").GetString() == "ready" && status.GetProperty("running").ValueKind == JsonValueKind.False)
            {
                return "ready";
            }
        }

        return null;
    }
}
