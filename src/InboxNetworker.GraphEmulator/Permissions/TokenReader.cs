using System.Buffers.Text;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.Permissions;

/// <summary>What a token says of itself. Its signature is not checked: the emulator serves one person on one computer.</summary>
internal static class TokenReader
{
    /// <summary>False when the token has expired.</summary>
    public static bool TryRead(string token, Grant opaque, DateTimeOffset now, out Grant grant)
    {
        grant = opaque;
        if (!TryReadClaims(token, out var claims))
        {
            return true;
        }

        using (claims)
        {
            var root = claims!.RootElement;
            if (root.TryGetProperty("exp", out var exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetDouble(out var seconds) && seconds <= now.ToUnixTimeSeconds())
            {
                return false;
            }

            grant = root.TryGetProperty("scp", out var scp) && scp.ValueKind == JsonValueKind.String
                ? Grant.Of(scp.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries), GrantKind.Delegated)
                : Grant.Of(Roles(root), GrantKind.Application);
            return true;
        }
    }

    private static bool TryReadClaims(string token, out JsonDocument? claims)
    {
        claims = null;
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return false;
        }

        try
        {
            claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return false;
        }

        if (claims.RootElement.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        claims.Dispose();
        claims = null;
        return false;
    }

    private static List<string> Roles(JsonElement claims) =>
        claims.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? [.. roles.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!)]
            : [];
}
