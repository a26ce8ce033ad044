using System.Text.Json;
using InboxNetworker.Benchmarks.Processes;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>All pages of all folders, as the emulator serves them.</summary>
/// <param name="Bytes">Of all bodies together.</param>
internal sealed record Pages(int Count, long Bytes)
{
    /// <summary>Follows the links of every folder to its end.</summary>
    /// <param name="first">The request for the first page of each folder.</param>
    /// <param name="each">Is given each body.</param>
    public static async Task<Pages> WalkAsync(EmulatorProcess emulator, IReadOnlyList<(string Target, string? Prefer)> first, Action<byte[]>? each = null)
    {
        var (count, bytes) = (0, 0L);
        foreach (var (target, prefer) in first)
        {
            for (var next = new Uri(emulator.Address, target); next is not null;)
            {
                var body = await GetAsync(emulator.Client, next, prefer);
                (count, bytes) = (count + 1, bytes + body.Length);
                next = NextLink(body);
                each?.Invoke(body);
            }
        }

        return new Pages(count, bytes);
    }

    private static async Task<byte[]> GetAsync(HttpClient client, Uri address, string? prefer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer benchmark");
        request.Headers.TryAddWithoutValidation("Prefer", prefer);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static Uri? NextLink(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var isLink = reader.ValueTextEquals("@odata.nextLink"u8);
                reader.Read();
                if (isLink)
                {
                    return new Uri(reader.GetString()!);
                }

                reader.Skip();
            }
        }

        return null;
    }
}
