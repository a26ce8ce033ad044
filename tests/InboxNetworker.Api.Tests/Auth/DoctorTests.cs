using InboxNetworker.Api.Doctor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>The doctor over an organisation in which all is well, and over the same with one thing broken at a time.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Where_all_is_well_every_step_is_good()
    {
        await using var company = await Company.WithConsentAsync();

        var findings = await LookAsync(company, company.Settings());

        Assert.All(findings, f => Assert.True(f.Verdict is Verdict.Good or Verdict.Left, f.ToString()));
        Assert.Equal(
            ["Settings", "Certificate", "Certificate", "Database", "Sign-in service", "Clock", "Token", "Permission", "Public address"],
            findings.Select(f => f.Step));
    }

    [Fact]
    public async Task With_application_access_each_permission_is_tried_on_the_mailbox_that_is_named()
    {
        await using var company = await Company.StartAsync();

        var findings = await LookAsync(company, [.. company.Settings("Application"), "--user", Company.Ana.Oid]);

        Assert.Equal(4, findings.Count(f => f.Step == "Permission" && f.Verdict == Verdict.Good));
    }

    [Theory]
    [InlineData("a missing setting", "Settings", "ClientId")]
    [InlineData("a certificate that is not there", "Certificate", "cannot be read")]
    [InlineData("a certificate without its key", "Certificate", "no private key")]
    [InlineData("a certificate that has run out", "Certificate", "ran out")]
    [InlineData("a keys certificate that is not there", "Certificate", "cannot be read")]
    [InlineData("a database folder that is not there", "Database", "cannot be")]
    [InlineData("a database that is none", "Database", "damaged")]
    [InlineData("a sign-in service that does not answer", "Sign-in service", "does not answer")]
    [InlineData("a directory nobody knows", "Sign-in service", "does not know the directory")]
    [InlineData("a clock that is ahead", "Clock", "ahead")]
    [InlineData("a clock that is behind", "Clock", "behind")]
    [InlineData("an app registration nobody knows", "Token", "AADSTS700016")]
    [InlineData("a certificate the registration does not know", "Token", "AADSTS700027")]
    [InlineData("a wrong secret", "Token", "AADSTS7000215")]
    [InlineData("a federated token that is not there", "Token", "cannot be read")]
    [InlineData("a mailbox outside the scope", "Permission", "ErrorAccessDenied")]
    [InlineData("a public address where nothing answers", "Public address", "Nothing answers")]
    [InlineData("a public address where something else answers", "Public address", "Something else")]
    public async Task One_broken_thing_is_named_with_its_remedy_and_is_the_only_bad_one(string broken, string step, string says)
    {
        await using var company = await Company.StartAsync(mailboxes: broken == "a mailbox outside the scope" ? [Company.Ben.Oid] : null);
        company.Tenant.ConsentForEverybody(company.App, Company.Least);

        var findings = await LookAsync(company, Break(company, broken), broken);

        var bad = findings.Where(f => f.Verdict == Verdict.Bad).ToList();
        Assert.NotEmpty(bad);
        Assert.All(bad, f => Assert.True(f.Step == step, f.ToString()));
        Assert.Contains(says, bad[0].Says, StringComparison.Ordinal);
        Assert.All(bad, f => Assert.False(string.IsNullOrWhiteSpace(f.Mend)));
        Assert.DoesNotContain(findings, f => f.ToString().Contains("northwind.example", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Break(Company company, string broken)
    {
        var settings = company.Settings(broken == "a mailbox outside the scope" ? "Application" : "Delegated");
        switch (broken)
        {
            case "a missing setting":
                return With("SignIn:ClientId", "InboxNetworker");
            case "a certificate that is not there":
                return With("SignIn:CertificateFile", company.At("nowhere.pfx"));
            case "a certificate without its key":
                File.WriteAllBytes(company.At("public.pfx"), System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(
                    System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(company.At("program.pfx"), null).RawData).Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx));
                return With("SignIn:CertificateFile", company.At("public.pfx"));
            case "a certificate that has run out":
                Company.Certificate(company.At("old.pfx"), Company.Now.AddDays(-1));
                return With("Keys:CertificateFile", company.At("old.pfx"));
            case "a keys certificate that is not there":
                return With("Keys:CertificateFile", company.At("nowhere.pfx"));
            case "a database folder that is not there":
                return With("Store:File", company.At("nowhere/store.db"));
            case "a database that is none":
                File.WriteAllText(company.At("text.db"), new string('x', 4096));
                return With("Store:File", company.At("text.db"));
            case "a sign-in service that does not answer":
                return With("SignIn:Instance", "https://127.0.0.1:1/");
            case "a directory nobody knows":
                return With("SignIn:TenantId", Company.OtherTenant);
            case "an app registration nobody knows":
                return With("SignIn:ClientId", "11111111-2222-4333-8444-555555555555");
            case "a certificate the registration does not know":
                Company.Certificate(company.At("another.pfx"));
                return With("SignIn:CertificateFile", company.At("another.pfx"));
            case "a wrong secret":
                return InPlaceOfCertificate("SignIn:ClientSecret", "guessed");
            case "a federated token that is not there":
                return InPlaceOfCertificate("SignIn:FederatedTokenFile", company.At("nowhere.jwt"));
            case "a mailbox outside the scope":
                return [.. settings, "--user", Company.Ana.Oid];
            default:
                return settings;
        }

        string[] InPlaceOfCertificate(string key, string value)
        {
            settings[Array.FindIndex(settings, s => s.EndsWith(":SignIn:CertificateFile", StringComparison.Ordinal))] = $"--InboxNetworker:{key}";
            return With(key, value);
        }

        string[] With(string key, string value)
        {
            var at = Array.FindIndex(settings, s => s.EndsWith(":" + key, StringComparison.Ordinal));
            settings[at + 1] = value;
            return settings;
        }
    }

    private static async Task<List<Finding>> LookAsync(Company company, string[] settings, string broken = "")
    {
        var off = broken.EndsWith("ahead", StringComparison.Ordinal) ? 10 : broken.EndsWith("behind", StringComparison.Ordinal) ? -10 : 0;
        var findings = new List<Finding>();
        await foreach (var finding in DoctorCommand.RunAsync(settings, services =>
        {
            company.Reach(services);
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(off))));
            services.Replace(ServiceDescriptor.Singleton(new PublicTransport(() => new PublicName(broken))));
        }))
        {
            findings.Add(finding);
        }

        return findings;
    }

    /// <summary>What stands at the public name, which no test computer has.</summary>
    private sealed class PublicName(string broken) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => broken switch
        {
            "a public address where nothing answers" => throw new HttpRequestException(HttpRequestError.NameResolutionError),
            "a public address where something else answers" => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("nothing here") }),
            _ => Task.FromResult(new HttpResponseMessage { Content = new StringContent(Uri.UnescapeDataString(request.RequestUri!.Query).Split('=')[1]) }),
        };
    }
}
