using System.IO.Compression;
using System.Text;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

/// <summary>A folder of its own for each test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("inboxnetworker-").FullName;

    public string At(string name) => Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public static byte[] Gzip(string text)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
