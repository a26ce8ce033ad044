using System.Buffers.Text;
using System.Text.Json;

namespace InboxNetworker.Graph.Tests.Emulator.Permissions;

/// <summary>Tokens as the sign-in service would issue them, but for the signature.</summary>
internal static class Jwt
{
    public static string With(object claims) =>
        $"{Base64Url.EncodeToString("{\"alg\":\"RS256\"}"u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}.c2lnbmF0dXJl";

    public static void Use(this EmulatorClient emulator, string token) => emulator.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
}
