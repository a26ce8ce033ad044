using System.Runtime.CompilerServices;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>Files that stand beside the repository and are never part of it.</summary>
internal static class Neighbour
{
    /// <summary>A file below <c>../shared</c>; null when it is not there.</summary>
    public static string? Find(params string[] path)
    {
        var file = Repository() is { } repository ? Path.Combine([repository, "..", "shared", .. path]) : null;
        return File.Exists(file) ? Path.GetFullPath(file) : null;
    }

    /// <summary>A file of real mailbox data: below <c>INBOXNETWORKER_DATA</c>, else below <c>../shared/data</c>. Skips the test when it is not there.</summary>
    public static string DataOrSkip(params string[] path)
    {
        var given = Environment.GetEnvironmentVariable("INBOXNETWORKER_DATA");
        var file = string.IsNullOrEmpty(given) ? Find(["data", .. path]) : Path.Combine([given, .. path]);
        Assert.SkipWhen(file is null || !File.Exists(file), $"The real mailboxes are not here: neither ../shared/data nor INBOXNETWORKER_DATA holds {string.Join('/', path)}.");
        return file!;
    }

    private static string? Repository([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { Path.GetDirectoryName(here), AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "InboxNetworker.sln")))
                {
                    return folder;
                }
            }
        }

        return null;
    }
}
