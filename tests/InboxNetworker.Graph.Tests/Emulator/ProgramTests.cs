using System.Diagnostics;
using InboxNetworker.Graph.Tests.Emulator.Files;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>The emulator as a program of its own, run as a user runs it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_prints_where_it_listens_and_what_it_read_and_serves_it()
    {
        var file = _folder.Write("a.tsv", TsvLines.Header + TsvLines.Line("1", "2001-05-30T08:00:00Z") + "short\n" + TsvLines.Line("2", "2001-07-01T08:00:00Z"));
        using var program = Start("--mailbox", file, "--urls", "http://127.0.0.1:0", "--owner", "me@x.example;mine@x.example", "--as-of", "2001-06-01");
        try
        {
            var lines = new List<string>();
            while (lines.Count == 0 || !lines[^1].StartsWith("Stop it", StringComparison.Ordinal))
            {
                lines.Add(await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel) ?? throw new InvalidOperationException(await program.StandardError.ReadToEndAsync(EmulatorClient.Cancel)));
            }

            var root = lines[0].Split(' ')[^1];
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
            Assert.Contains("mine@x.example", await http.GetStringAsync(new Uri(root + "/me?$select=otherMails"), EmulatorClient.Cancel), StringComparison.Ordinal);
            Assert.Equal("Mailbox of me@x.example: 7 folders, 1 messages, 0 meetings.", lines[1]);
            Assert.Contains(lines, l => l.Contains("a.tsv:3", StringComparison.Ordinal));
            Assert.Contains(lines, l => l.StartsWith("Shown as of 2001-06-01", StringComparison.Ordinal) && l.EndsWith("1 later messages are not shown.", StringComparison.Ordinal));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(EmulatorClient.Cancel);
        }
    }

    [Fact]
    public async Task It_signs_people_in_when_asked_to_and_writes_down_the_certificate_to_trust()
    {
        var file = _folder.At("tenant.pem");
        using var program = Start("--urls", "http://127.0.0.1:0", "--sign-in", file, "--sign-in-port", "0");
        try
        {
            var lines = new List<string>();
            while (lines.Count == 0 || !lines[^1].StartsWith("Stop it", StringComparison.Ordinal))
            {
                lines.Add(await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel) ?? throw new InvalidOperationException(await program.StandardError.ReadToEndAsync(EmulatorClient.Cancel)));
            }

            using var trusted = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(file, EmulatorClient.Cancel));
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == trusted.Thumbprint };
            using var http = new HttpClient(handler);
            var authority = lines.Single(l => l.StartsWith("Sign-in service: ", StringComparison.Ordinal)).Split(' ')[^1];
            Assert.Contains($"\"issuer\":\"{authority}/v2.0\"", await http.GetStringAsync(new Uri(authority + "/v2.0/.well-known/openid-configuration"), EmulatorClient.Cancel), StringComparison.Ordinal);
            http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
            using var refused = await http.GetAsync(new Uri(lines[0].Split(' ')[^1] + "/me"), EmulatorClient.Cancel);
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(EmulatorClient.Cancel);
        }
    }

    [Fact]
    public async Task Without_a_file_it_serves_the_sample_mailbox()
    {
        using var program = Start("--urls", "http://127.0.0.1:0");
        try
        {
            var address = await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel);
            var mailbox = await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel);

            Assert.StartsWith("Microsoft Graph emulator: http://127.0.0.1:", address, StringComparison.Ordinal);
            Assert.Matches("^Mailbox of .+: [0-9]+ folders, [0-9]{4,} messages, [0-9]{3,} meetings\\.$", mailbox);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(EmulatorClient.Cancel);
        }
    }

    [Fact]
    public async Task A_generated_mailbox_is_served_with_the_limit_that_was_asked_for()
    {
        using var program = Start("--urls", "http://127.0.0.1:0", "--generate", "300", "--prepared", "--requests", "2");
        try
        {
            var address = await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel);
            var mailbox = await program.StandardOutput.ReadLineAsync(EmulatorClient.Cancel);
            Assert.Contains(" 300 messages", mailbox, StringComparison.Ordinal);

            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
            var folders = new Uri(address!.Split(' ')[^1] + "/me/mailFolders");
            var first = await http.GetStringAsync(folders, EmulatorClient.Cancel);
            Assert.Equal(first, await http.GetStringAsync(folders, EmulatorClient.Cancel));
            using var third = await http.GetAsync(folders, EmulatorClient.Cancel);
            Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, third.StatusCode);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(EmulatorClient.Cancel);
        }
    }

    [Theory]
    [InlineData("other computers", "--urls", "http://0.0.0.0:6001")]
    [InlineData("is not a day", "--mailbox", "a.tsv", "--as-of", "June")]
    [InlineData("give it with --mailbox", "--owner", "a@x.example")]
    [InlineData("is not a mail address", "--mailbox", "a.tsv", "--owner", "nobody")]
    [InlineData("There is no file", "--mailbox", "none.tsv")]
    [InlineData("'429' is '2'; it takes a share of the requests from 0 to 1", "--faults", "429=2")]
    [InlineData("takes a whole number from 1 to 2000000", "--generate", "0")]
    [InlineData("takes a whole number from 1 to 2000000", "--generate", "2000001")]
    [InlineData("give one of them", "--generate", "10", "--mailbox", "a.tsv")]
    [InlineData("takes a whole number from 1 to", "--requests", "0")]
    [InlineData("--sideways", "--sideways")]
    public async Task A_wrong_option_is_explained_and_fails(string says, params string[] arguments)
    {
        using var program = Start(arguments);

        var error = await program.StandardError.ReadToEndAsync(EmulatorClient.Cancel);
        await program.WaitForExitAsync(EmulatorClient.Cancel);

        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.NotEqual(0, program.ExitCode);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var program = Start("--help");

        var help = await program.StandardOutput.ReadToEndAsync(EmulatorClient.Cancel);
        await program.WaitForExitAsync(EmulatorClient.Cancel);

        Assert.Equal(0, program.ExitCode);
        Assert.All(["--mailbox", "--urls", "--owner", "--as-of", "--faults", "--scopes"], option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    private Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "InboxNetworker.GraphEmulator.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(_folder.At("."))!,
        })!;
    }
}
