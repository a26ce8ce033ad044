using System.Security.Cryptography.X509Certificates;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Doctor;

/// <summary>The certificate that shows who the program is, and the one that the keys are encrypted with.</summary>
internal static class CertificateChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static IEnumerable<Finding> Look(IServiceProvider services, Settings settings)
    {
        if (settings.Mode != Mode.Organisation)
        {
            yield return Finding.Left(DoctorCommand.Certificate, "None is needed in this mode.");
            yield break;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (settings.SignIn.CertificateFile is { } file)
        {
            yield return Look("SignIn:CertificateFile", file, settings.SignIn.CertificatePassword, now, "Make a new one, upload its public part to the app registration, and name it here.");
        }
        else if (settings.SignIn.ClientSecret is not null)
        {
            yield return Finding.Note(DoctorCommand.Certificate, "The program shows a secret in place of a certificate.", "A secret can be copied unnoticed. For more than trying it, use a certificate or a federated token.");
        }

        yield return Look("Keys:CertificateFile", settings.Keys.CertificateFile!, settings.Keys.CertificatePassword, now, "Make a new one and name it here. What was encrypted with the old one is lost: everybody signs in once more.");
    }

    private static Finding Look(string key, string file, string? password, DateTimeOffset now, string renew)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = ProgramIdentity.ReadCertificate(file, password, key);
        }
        catch (StartException failure)
        {
            return Finding.Bad(DoctorCommand.Certificate, failure.Message, $"Put the right file and password into {Settings.Section}:{key}.");
        }

        using (certificate)
        {
            var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
            return certificate.GetRSAPrivateKey() is null ? Finding.Bad(DoctorCommand.Certificate, $"{key} has no RSA key.", "Make one with an RSA key of 2,048 bits or more.")
                : now < from ? Finding.Bad(DoctorCommand.Certificate, $"{key} is good from {from:yyyy-MM-dd} only.", "See that this computer's clock is right, or wait.")
                : now > until ? Finding.Bad(DoctorCommand.Certificate, $"{key} ran out on {until:yyyy-MM-dd}.", renew)
                : until - now < Soon ? Finding.Note(DoctorCommand.Certificate, $"{key} runs out on {until:yyyy-MM-dd}.", renew)
                : Finding.Good(DoctorCommand.Certificate, $"{key} is good until {until:yyyy-MM-dd}.");
        }
    }
}
