using System.Text.RegularExpressions;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Walls;

/// <summary>What the documents point at is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
        [Path.Combine(Repository.Root, "README.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")];

    [Fact]
    public void Every_file_a_document_links_to_is_there()
    {
        var broken = Documents.SelectMany(document => Link().Matches(File.ReadAllText(document))
            .Select(m => m.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !File.Exists(At(document, target)) && !Directory.Exists(At(document, target)))
            .Select(target => $"{Path.GetFileName(document)}: {target}"));

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_test_that_the_privacy_page_names_is_there()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        var named = Test().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "privacy.md"))).Select(m => (Class: m.Groups[1].Value, Name: m.Groups[2].Value)).ToList();

        Assert.True(named.Count > 20);
        Assert.All(named, test => Assert.Contains(sources[test.Class], source => source.Contains($" {test.Name}(", StringComparison.Ordinal)));
    }

    private static string At(string document, string target) => Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0]);

    [GeneratedRegex(@"\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Test();
}
