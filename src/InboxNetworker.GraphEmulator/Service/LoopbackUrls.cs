using System.Diagnostics.CodeAnalysis;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>The addresses the emulator may listen on: it serves a mailbox to anybody who asks, so nobody else's computer may.</summary>
internal static class LoopbackUrls
{
    public static bool TryRead(string urls, [NotNullWhen(true)] out IReadOnlyList<string>? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        problem = null;
        var list = new List<string>();
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            {
                problem = $"'{url}' is not an address to listen on; give one such as http://127.0.0.1:6001.";
                return false;
            }

            if (!uri.IsLoopback)
            {
                problem = $"'{url}' can be reached from other computers; the emulator listens on loopback only, such as http://127.0.0.1:{uri.Port}.";
                return false;
            }

            // The web server cannot pick a free port for the name localhost, which stands for two addresses.
            var host = uri.Host == "localhost" && uri.Port == 0 ? "127.0.0.1" : uri.Host;
            list.Add($"http://{host}:{uri.Port}");
        }

        if (list.Count == 0)
        {
            problem = "No address to listen on was given; give one such as http://127.0.0.1:6001.";
            return false;
        }

        read = list;
        return true;
    }
}
