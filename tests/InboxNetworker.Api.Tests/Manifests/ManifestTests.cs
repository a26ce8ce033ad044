using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Manifests;

/// <summary>The add-in's manifests, as they are in the repository and as the command writes them for an address.</summary>
public sealed partial class ManifestTests : IDisposable
{
    private const string Url = "https://network.example.com:8443";

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_xml_manifest_keeps_its_schemas_down_to_the_last_override()
    {
        var document = XDocument.Load(Path.Combine(Repository.Root, "addin-manifest", "manifest.xml"));
        var problems = new List<string>();
        document.Validate(Schemas(), (_, e) => problems.Add(e.Message), addSchemaInfo: true);

        Assert.Empty(problems);
        var overrides = document.Descendants().Where(e => e.Name.LocalName == "VersionOverrides").ToList();
        Assert.Equal(2, overrides.Count);
        Assert.All(overrides, o => Assert.Equal(XmlSchemaValidity.Valid, o.GetSchemaInfo()!.Validity));
        Assert.Equal(
            ["AppointmentAttendeeCommandSurface", "AppointmentOrganizerCommandSurface", "MessageComposeCommandSurface", "MessageReadCommandSurface", "MobileMessageReadCommandSurface"],
            overrides[1].Descendants().Where(e => e.Name.LocalName == "ExtensionPoint").Select(e => e.Attributes().Single().Value).Order());
        Assert.Contains(overrides[1].Descendants(), e => e.Name.LocalName == "SupportsPinning" && e.Value == "true");
    }

    [Fact]
    public void Every_resource_that_is_named_is_there()
    {
        var document = XDocument.Load(Path.Combine(Repository.Root, "addin-manifest", "manifest.xml"));
        foreach (var part in document.Descendants().Where(e => e.Name.LocalName == "VersionOverrides"))
        {
            var own = part.Elements().Where(e => e.Name.LocalName != "VersionOverrides").ToList();
            var defined = own.Where(e => e.Name.LocalName == "Resources").Descendants().Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(defined.Distinct().Count(), defined.Count);
            Assert.Equal(own.DescendantsAndSelf().Attributes("resid").Select(a => a.Value).Distinct().Order(), defined.Order());
        }
    }

    [Fact]
    public async Task The_command_writes_both_for_an_address_whose_every_url_the_program_answers()
    {
        await ManifestCommand.RunAsync(["manifest", "--url", Url + "/", "--out", _folder.At("addin")], Cancellation);

        var texts = new[] { "manifest.xml", "manifest.json" }.Select(f => File.ReadAllText(_folder.At($"addin/{f}"))).ToList();
        Assert.All(texts, text => Assert.DoesNotContain("localhost", text, StringComparison.Ordinal));
        Assert.Contains("\"network.example.com:8443\"", texts[1], StringComparison.Ordinal);
        var paths = texts.SelectMany(t => Addresses().Matches(t)).Select(m => m.Value[Url.Length..]).Distinct().ToList();
        Assert.Contains("/taskpane.html", paths);
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path, "--owner", MailboxFile.Owner);
        foreach (var path in paths)
        {
            using var answer = await api.Client.GetAsync(path.Length == 0 ? "/" : path, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} is answered with {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task The_package_of_the_unified_manifest_holds_what_it_names()
    {
        await ManifestCommand.RunAsync(["manifest", "--url", Url, "--out", _folder.At("addin")], Cancellation);

        using var package = await ZipFile.OpenReadAsync(_folder.At("addin/inboxnetworker.zip"), Cancellation);
        using var manifest = await JsonDocument.ParseAsync(package.GetEntry("manifest.json")!.Open(), default, Cancellation);
        var icons = manifest.RootElement.GetProperty("icons");
        Assert.NotNull(package.GetEntry(icons.GetProperty("color").GetString()!));
        Assert.NotNull(package.GetEntry(icons.GetProperty("outline").GetString()!));
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("manifest", "--url", Url)]
    [InlineData("manifest", "--out", "x")]
    [InlineData("manifest", "--url", "http://network.example.com", "--out", "x")]
    [InlineData("manifest", "--url", "https://network.example.com/app", "--out", "x")]
    [InlineData("manifest", "--url", "https://network.example.com/?a=b", "--out", "x")]
    [InlineData("manifest", "--url", "https://me@network.example.com", "--out", "x")]
    [InlineData("manifest", "--url", "network.example.com", "--out", "x")]
    [InlineData("manifest", "--url", Url, "--out", "")]
    [InlineData("manifest", "--url", Url, "--out", "x", "--mailbox", "y")]
    public async Task What_is_not_an_address_or_a_folder_is_refused_with_what_to_do(params string[] args)
    {
        var refused = await Assert.ThrowsAsync<StartException>(() => ManifestCommand.RunAsync(args, Cancellation));

        Assert.Contains("--url https://", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_named_and_nothing_is_left_behind()
    {
        await File.WriteAllTextAsync(_folder.At("taken"), "a file", Cancellation);

        var refused = await Assert.ThrowsAsync<StartException>(() => ManifestCommand.RunAsync(["manifest", "--url", Url, "--out", _folder.At("taken")], Cancellation));

        Assert.Contains("taken", refused.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.At(".")));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Two patterns of the published schemas end in a lazy quantifier, which XML Schema does not know.</summary>
    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "manifest-schemas"), "*.xsd"))
        {
            using var reader = XmlReader.Create(new StringReader(File.ReadAllText(file).Replace("{0,3}?", "{0,3}", StringComparison.Ordinal)));
            schemas.Add(null, reader);
        }

        return schemas;
    }

    [GeneratedRegex("https://network\\.example\\.com:8443[^\"<]*")]
    private static partial Regex Addresses();
}
