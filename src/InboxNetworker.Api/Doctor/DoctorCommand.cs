using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Doctor;

/// <summary>
/// <c>doctor</c>: looks at a configuration step by step, in the order in which one thing needs the other, and says how to mend what is wrong. It changes
/// nothing but that it makes a database where there is none.
/// </summary>
internal static class DoctorCommand
{
    public const string Name = "doctor", UserOption = "--user";

    public const string Settings = "Settings", Certificate = "Certificate", Database = "Database", SignInService = "Sign-in service", Clock = "Clock", Token = "Token", Permission = "Permission", PublicAddress = "Public address";

    /// <param name="args">What follows <c>doctor</c>: the options the program is started with, and <c>--user ID</c> to try one mailbox with application access.</param>
    /// <param name="adjust">For tests: replaces what belongs to the outside world.</param>
    /// <returns>In the order of the steps; one after the other, as each may take a while.</returns>
    public static async IAsyncEnumerable<Finding> RunAsync(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var at = Array.IndexOf(args, UserOption);
        var user = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        var (app, failure) = Build(user is null ? args : [.. args[..at], .. args[(at + 2)..]], adjust);
        if (app is null)
        {
            // Certificates are read while the program is put together.
            yield return Finding.Bad(failure!.Contains(":CertificateFile", StringComparison.Ordinal) && failure.Contains('«', StringComparison.Ordinal) ? Certificate : Settings, failure, "Correct that setting; then run this command again, as later steps need it.");
            yield break;
        }

        await using (app.ConfigureAwait(false))
        {
            var settings = app.Services.GetRequiredService<Settings>();
            yield return Finding.Good(Settings, settings.Mode == Mode.Organisation ? $"{settings.Mode} mode, {settings.SignIn.Access.ToString().ToLowerInvariant()} access." : $"{settings.Mode} mode.");
            var canShowItself = true;
            foreach (var finding in CertificateChecks.Look(app.Services, settings))
            {
                canShowItself &= finding.Verdict != Verdict.Bad;
                yield return finding;
            }

            yield return await DatabaseCheck.LookAsync(app.Services).ConfigureAwait(false);
            await foreach (var finding in SignInCheck.LookAsync(app.Services, settings, canShowItself, user).ConfigureAwait(false))
            {
                yield return finding;
            }

            yield return await PublicAddressCheck.LookAsync(app.Services, settings).ConfigureAwait(false);
        }
    }

    /// <returns>The exit code: 0 when nothing is bad.</returns>
    public static async Task<int> PrintAsync(string[] args, TextWriter output)
    {
        var bad = 0;
        await foreach (var finding in RunAsync(args).ConfigureAwait(false))
        {
            bad += finding.Verdict == Verdict.Bad ? 1 : 0;
            await output.WriteLineAsync(finding.ToString()).ConfigureAwait(false);
        }

        await output.WriteLineAsync(bad == 0 ? "Nothing is wrong." : bad == 1 ? "One thing is to be mended." : $"{bad} things are to be mended.").ConfigureAwait(false);
        return bad == 0 ? 0 : 1;
    }

    private static (WebApplication? App, string? Failure) Build(string[] args, Action<IServiceCollection>? adjust)
    {
        try
        {
            var app = Program.Build([.. args, "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Orleans", "None"], adjust);
            _ = app.Services.GetRequiredService<Settings>();
            app.CheckAddresses();
            return (app, null);
        }
        catch (StartException failure)
        {
            return (null, failure.Message);
        }
    }
}
