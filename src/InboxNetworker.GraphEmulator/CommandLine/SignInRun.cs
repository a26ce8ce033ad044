using System.Security.Cryptography;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.CommandLine;

/// <summary>The emulator as a sign-in service too.</summary>
internal static class SignInRun
{
    /// <param name="certificateFile">Where the certificate is written that clients have to trust.</param>
    public static async Task ServeAsync(MailboxContent content, GraphEmulatorOptions mailboxes, string certificateFile, int signInPort, TextWriter output, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var options = SampleTenant.Create(content, mailboxes.TimeProvider, secret) with { Mailboxes = mailboxes, SignInPort = signInPort, GraphPort = new Uri(mailboxes.Urls).Port };
        await using var tenant = await EmulatedTenant.StartAsync(options, cancellationToken);
        await File.WriteAllTextAsync(certificateFile, tenant.Certificate.ExportCertificatePem(), cancellationToken);
        await output.WriteLineAsync($"Microsoft Graph emulator: {tenant.GraphAddress}v1.0");
        await output.WriteLineAsync($"Sign-in service: {tenant.Authority}{tenant.TenantId}");
        await output.WriteLineAsync($"Its certificate: {Path.GetFullPath(certificateFile)}");
        foreach (var app in options.Apps)
        {
            await output.WriteLineAsync($"{app.Name}: client id {app.ClientId}{(app.Secret is null ? "" : $", secret {app.Secret}")}");
        }

        await output.WriteLineAsync($"User: {options.Users[0].Upn}");
        await output.WriteLineAsync("Stop it with Ctrl+C.");
        await tenant.RunUntilAsync(cancellationToken);
    }
}
