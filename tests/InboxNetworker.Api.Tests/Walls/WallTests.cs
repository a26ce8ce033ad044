using System.Reflection;
using NetArchTest.Rules;

namespace InboxNetworker.Api.Tests.Walls;

/// <summary>Which part may know which: Core ← Data ← Data.Sqlite|Data.Postgres ← Api, Core ← Graph ← Api, the emulator knows nobody.</summary>
public sealed class WallTests
{
    private static readonly string[] Features = ["Reconnect", "Contacts", "Drafts", "Filtered", "Alerts", "Network", "Mailboxes", "Auth", "Cluster", "Preview"];

    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "InboxNetworker.Core", [] },
        { "InboxNetworker.Data", ["InboxNetworker.Core"] },
        { "InboxNetworker.Data.Sqlite", ["InboxNetworker.Data"] },
        { "InboxNetworker.Data.Postgres", ["InboxNetworker.Data"] },
        { "InboxNetworker.Graph", ["InboxNetworker.Core"] },
        { "InboxNetworker.GraphEmulator", [] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_project_references_only_what_lies_behind_it(string project, string[] allowed)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("InboxNetworker.", StringComparison.Ordinal));

        Assert.Subset(allowed.ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void Core_uses_the_base_library_alone()
    {
        var references = Assembly.Load("InboxNetworker.Core").GetReferencedAssemblies().Select(a => a.Name!);

        Assert.All(references, name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard", name));
    }

    [Theory]
    [InlineData("InboxNetworker.Core")]
    [InlineData("InboxNetworker.Data")]
    [InlineData("InboxNetworker.Data.Sqlite")]
    [InlineData("InboxNetworker.Data.Postgres")]
    [InlineData("InboxNetworker.Api")]
    [InlineData("InboxNetworker.GraphEmulator")]
    public void Only_the_Graph_project_references_the_Graph_SDK(string project)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.Graph", StringComparison.Ordinal) || name.StartsWith("Microsoft.Kiota", StringComparison.Ordinal));
    }

    [Fact]
    public void Features_never_know_each_other()
    {
        Assert.All(Features, feature =>
        {
            var others = Features.Where(other => other != feature).Select(other => $"InboxNetworker.Api.{other}").ToArray();

            var result = Types.InAssembly(typeof(Program).Assembly).That().ResideInNamespace($"InboxNetworker.Api.{feature}").ShouldNot().HaveDependencyOnAny(others).GetResult();

            Assert.True(result.IsSuccessful, $"{feature}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        });
    }

    [Fact]
    public void The_emulator_is_known_to_hosting_alone()
    {
        var result = Types.InAssembly(typeof(Program).Assembly).That().DoNotResideInNamespace("InboxNetworker.Api.Hosting").ShouldNot().HaveDependencyOn("InboxNetworker.GraphEmulator").GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
