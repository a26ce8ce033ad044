using System.IO.Compression;
using System.Reflection;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// <c>manifest --url https://host --out DIR</c>: the add-in's manifests for an address, with their icons, and the package that the unified one
/// is uploaded as. The files in <c>addin-manifest</c> are for <see cref="Written"/>.
/// </summary>
internal static class ManifestCommand
{
    public const string Name = "manifest";

    /// <summary>The address in the files of <c>addin-manifest</c>.</summary>
    public const string Written = "https://localhost:5443";

    public const string Usage = "manifest --url https://host[:port] --out DIR";

    private const string Folder = "addin-manifest/";
    private static readonly string[] Package = ["manifest.json", "icons/icon-192.png", "icons/outline-32.png"];

    /// <returns>What was written, as lines to print.</returns>
    /// <exception cref="StartException">The arguments are not as they should be, or the folder cannot be written to. Then nothing was written.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string[] args, CancellationToken cancellation)
    {
        var (url, folder) = Parse(args);
        var files = Files().ToDictionary(f => f.Name, f => InPlace(f.Name, f.Bytes, url));
        var made = Path.GetFullPath(folder);
        var beside = made.TrimEnd(Path.DirectorySeparatorChar) + "." + Path.GetRandomFileName();
        try
        {
            foreach (var (name, bytes) in files)
            {
                var path = Path.Combine(beside, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, bytes, cancellation).ConfigureAwait(false);
            }

            await PackAsync(Path.Combine(beside, "inboxnetworker.zip"), files, cancellation).ConfigureAwait(false);
            foreach (var path in Directory.EnumerateFiles(beside, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(made, Path.GetRelativePath(beside, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(path, target, overwrite: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The manifests could not be written to «{folder}»: {failure.Message} Name a folder that can be written to, as in: --out addin");
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }

        return
        [
            $"The add-in for {url} is in {made}:",
            "  manifest.xml         for every Outlook; add it as a custom add-in from a file",
            "  inboxnetworker.zip   the unified manifest with its icons, for Outlook on the web and new Outlook for Windows",
        ];
    }

    private static (string Url, string Folder) Parse(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < args.Length; i += 2)
        {
            if (args[i] is not ("--url" or "--out") || i + 1 >= args.Length || !given.TryAdd(args[i], args[i + 1]))
            {
                throw new StartException($"«{args[i]}» is not understood here. The command is: {Usage}");
            }
        }

        if (!given.TryGetValue("--url", out var url) || !given.TryGetValue("--out", out var folder) || folder.Length == 0)
        {
            throw new StartException($"An address and a folder are needed, as in: {Usage}");
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.AbsolutePath == "/" && address.Query.Length == 0
            && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? (address.GetLeftPart(UriPartial.Authority), folder)
            : throw new StartException($"«{url}» cannot be the add-in's address. Outlook takes https only, and InboxNetworker stands at the root of its host, as in: --url https://network.example.com");
    }

    /// <summary>The same file for another address.</summary>
    private static byte[] InPlace(string name, byte[] bytes, string url) => Path.GetExtension(name) is ".xml" or ".json"
        ? System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace(Written, url, StringComparison.Ordinal)
            .Replace($"\"{new Uri(Written).Authority}\"", $"\"{new Uri(url).Authority}\"", StringComparison.Ordinal))
        : bytes;

    private static async Task PackAsync(string path, Dictionary<string, byte[]> files, CancellationToken cancellation)
    {
        var archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, cancellation).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            foreach (var name in Package)
            {
                var entry = await archive.CreateEntry(name).OpenAsync(cancellation).ConfigureAwait(false);
                await using (entry.ConfigureAwait(false))
                {
                    await entry.WriteAsync(files[name], cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        var program = Assembly.GetExecutingAssembly();
        foreach (var resource in program.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (resource[Folder.Length..], bytes);
        }
    }
}
