using System.CommandLine;
using System.Globalization;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Mailboxes.Files;
using InboxNetworker.GraphEmulator.Mailboxes.Generated;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.CommandLine;

/// <summary>The emulator as a program of its own.</summary>
internal static class EmulatorCommand
{
    private const string DefaultUrls = "http://127.0.0.1:6001";

    public static RootCommand Create(TimeProvider time)
    {
        var mailbox = new Option<string?>("--mailbox") { HelpName = "FILE", Description = "A mailbox file: .tsv, .tsv.gz or .mbox. Without it, the sample mailbox is served." };
        var urls = new Option<string>("--urls") { HelpName = "URLS", Description = "Where to listen: http urls on loopback, separated by ';'.", DefaultValueFactory = _ => DefaultUrls };
        var owner = new Option<string?>("--owner") { HelpName = "ADDRESSES", Description = "The owner's addresses, the primary one first, separated by ';'. Default: owners.tsv beside the mailbox file." };
        var asOf = new Option<string?>("--as-of") { HelpName = "DAY", Description = "Show the mailbox as it stood at the end of this day, such as 2001-06-01, moved by whole weeks so that it ends now." };
        var faults = new Option<string>("--faults") { HelpName = "PLAN", Description = "How often requests go wrong, such as \"seed=7,429=0.05,503=0.03,504=0.01,reset=0.02,truncate=0.02,slow=0.01,expire=0.01,401=0.01,html=0.01\".", DefaultValueFactory = _ => "" };
        var scopes = new Option<string?>("--scopes") { HelpName = "PERMISSIONS", Description = "What tokens allow, such as \"Mail.ReadBasic Calendars.ReadBasic User.Read People.Read\". Default: everything; a JWT says it itself." };

        var generate = new Option<int?>("--generate") { HelpName = "N", Description = $"Serve an invented mailbox of N messages, {GeneratedMailbox.MinMessages} to {GeneratedMailbox.MaxMessages}, for measuring." };
        var prepared = new Option<bool>("--prepared") { Description = "Make each answer once and then serve its bytes until the mailbox changes, for measuring." };
        var requests = new Option<int>("--requests") { HelpName = "N", Description = "How many requests within ten minutes are answered before the client is told to wait; 1 or more.", DefaultValueFactory = _ => new MailboxLimits().Requests };
        var signIn = new Option<string?>("--sign-in") { HelpName = "FILE", Description = "Be a sign-in service too, so that only its tokens count; write the certificate it shows to FILE, as PEM." };
        var signInPort = new Option<int>("--sign-in-port") { HelpName = "PORT", Description = "The https port of the sign-in service, 0 to 65535; 0 picks a free one.", DefaultValueFactory = _ => 6443 };

        urls.Validators.Add(result =>
        {
            if (!LoopbackUrls.TryRead(result.GetValueOrDefault<string>(), out _, out var problem))
            {
                result.AddError(problem);
            }
        });
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryReadDay(text, out _))
            {
                result.AddError($"'{text}' is not a day; give one such as 2001-06-01.");
            }
        });
        faults.Validators.Add(result =>
        {
            if (!FaultPlan.TryParse(result.GetValueOrDefault<string>(), out _, out var problem))
            {
                result.AddError($"--faults: {problem}");
            }
        });

        var command = new RootCommand("Serves a mailbox on this computer the way Microsoft Graph does, for trials and tests.") { mailbox, generate, urls, owner, asOf, faults, scopes, requests, prepared, signIn, signInPort };
        Range(generate, GeneratedMailbox.MinMessages, GeneratedMailbox.MaxMessages);
        Range(requests, 1, int.MaxValue);
        Range(signInPort, 0, 65535);
        command.Validators.Add(result =>
        {
            if (result.GetResult(generate) is not null && result.GetValue(mailbox) is not null)
            {
                result.AddError("--generate invents a mailbox and --mailbox reads one: give one of them.");
            }

            if (result.GetValue(signIn) is not null && (result.GetValue(scopes) is not null || result.GetValue(urls)!.Contains(';', StringComparison.Ordinal)))
            {
                result.AddError("--sign-in serves one address, and its tokens say themselves what they allow: leave out --scopes, and give one of --urls.");
            }

            if (result.GetValue(mailbox) is null && (result.GetValue(owner) ?? result.GetValue(asOf)) is not null)
            {
                result.AddError("--owner and --as-of say how to read a mailbox file; give it with --mailbox.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            DateOnly? day = parsed.GetValue(asOf) is { } text && TryReadDay(text, out var read) ? read : null;
            var options = new GraphEmulatorOptions
            {
                Urls = parsed.GetValue(urls)!,
                TimeProvider = time,
                Faults = FaultPlan.TryParse(parsed.GetValue(faults)!, out var plan, out _) ? plan : FaultPlan.None,
                GrantedScopes = parsed.GetValue(scopes),
                Limits = new MailboxLimits { Requests = parsed.GetValue(requests) },
                Prepared = parsed.GetValue(prepared),
            };
            var now = time.GetUtcNow();
            return Run(
                () => parsed.GetValue(generate) is { } messages ? Generated(messages, now) : Load(parsed.GetValue(mailbox), parsed.GetValue(owner) ?? "", day, now),
                options,
                parsed.GetValue(signIn) is { } certificate ? (certificate, parsed.GetValue(signInPort)) : null,
                output,
                error,
                cancellationToken);
        });
        return command;
    }

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A number that cannot be understood is refused before by the option itself.</summary>
    private static void Range<T>(Option<T> option, int min, int max) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (number < min || number > max))
        {
            result.AddError($"{option.Name} is {number.ToString(CultureInfo.InvariantCulture)}; it takes a whole number from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}.");
        }
    });

    private static async Task<int> Run(Func<(MailboxContent Content, IReadOnlyList<string> Report)> load, GraphEmulatorOptions options, (string CertificateFile, int Port)? signIn, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var (content, report) = load();
            if (signIn is { } asked)
            {
                await SignInRun.ServeAsync(content, options, asked.CertificateFile, asked.Port, output, cancellationToken);
                return 0;
            }

            await using var host = await GraphEmulatorHost.StartAsync(content, options, cancellationToken);
            await output.WriteLineAsync($"Microsoft Graph emulator: {host.BaseAddress}v1.0");
            await output.WriteLineAsync($"Mailbox of {content.Owner.DisplayName}: {content.Folders.Count} folders, {content.Messages.Count} messages, {content.Meetings.Count} meetings.");
            foreach (var sentence in report)
            {
                await output.WriteLineAsync(sentence);
            }

            await output.WriteLineAsync("Stop it with Ctrl+C.");
            await host.RunUntilAsync(cancellationToken);
            return 0;
        }
        catch (Exception expected) when (expected is MailboxFileException or IOException)
        {
            await error.WriteLineAsync(expected.Message);
            return 1;
        }
    }

    private static (MailboxContent Content, IReadOnlyList<string> Report) Generated(int messages, DateTimeOffset now) =>
        (GeneratedMailbox.Create(messages, now), ["The generated mailbox: its people and companies are invented."]);

    private static (MailboxContent Content, IReadOnlyList<string> Report) Load(string? file, string owner, DateOnly? asOf, DateTimeOffset now)
    {
        if (file is null)
        {
            return (SampleMailbox.Create(now), ["The sample mailbox: its people and companies are invented."]);
        }

        var read = MailboxFile.Read(file, new MailboxFileOptions(now) { OwnerAddresses = MailboxFileOptions.ParseOwner(owner), AsOf = asOf });
        return (read.Content, read.Report.Sentences());
    }
}
