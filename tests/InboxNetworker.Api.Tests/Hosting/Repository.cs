namespace InboxNetworker.Api.Tests.Hosting;

internal static class Repository
{
    /// <summary>The folder of InboxNetworker.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InboxNetworker.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a build inside the repository.");
    }
}
