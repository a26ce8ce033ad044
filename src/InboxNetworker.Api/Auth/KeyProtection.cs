using InboxNetworker.Api.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace InboxNetworker.Api.Auth;

/// <summary>The keys that encrypt what is kept of sign-ins.</summary>
internal static class KeyProtection
{
    public const string Folder = "keys";

    /// <summary>
    /// In an organisation the keys lie in a shared folder, encrypted with a certificate. On one's own computer they lie beside the store: encrypted by
    /// Windows where that is at hand, else in files of mode 0600, in a folder of mode 0700.
    /// </summary>
    /// <exception cref="StartException">The folder or the certificate cannot be used.</exception>
    public static void AddKeys(this WebApplicationBuilder builder, Settings settings)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("InboxNetworker");
        switch (settings.Mode)
        {
            case Mode.Personal:
                var folder = new OwnFolder(settings).At(Folder);
                OwnFolder.Make(folder);
                protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
                if (OperatingSystem.IsWindows())
                {
                    protection.ProtectKeysWithDpapi();
                }

                break;
            case Mode.Organisation:
                OwnFolder.Make(settings.Keys.Folder!);
                protection.PersistKeysToFileSystem(new DirectoryInfo(settings.Keys.Folder!))
                    .ProtectKeysWithCertificate(ProgramIdentity.ReadCertificate(settings.Keys.CertificateFile!, settings.Keys.CertificatePassword, "Keys:CertificateFile"));
                break;
        }
    }
}
