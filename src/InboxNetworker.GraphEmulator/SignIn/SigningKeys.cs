using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>The keys the sign-in service signs with; the newest signs, all of them are published.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly Lock _rolling = new();
    private readonly List<Key> _retired = [];
    private Key[] _keys = [Key.Create()];

    public Key Current => Volatile.Read(ref _keys)[^1];

    public IReadOnlyList<SecurityKey> Published => [.. Volatile.Read(ref _keys).Select(k => k.Security)];

    /// <param name="withdrawOld">Whether the keys so far are published no longer.</param>
    public void Roll(bool withdrawOld)
    {
        lock (_rolling)
        {
            if (withdrawOld)
            {
                _retired.AddRange(_keys);
            }

            Volatile.Write(ref _keys, withdrawOld ? [Key.Create()] : [.. _keys, Key.Create()]);
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Concat(_retired))
        {
            key.Dispose();
        }
    }

    public void Write(Utf8JsonWriter json, string issuer)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var key in Volatile.Read(ref _keys))
        {
            key.Write(json, issuer);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal sealed class Key : IDisposable
    {
        private readonly X509Certificate2 _certificate;
        private readonly RSA _rsa;

        private Key(RSA rsa, X509Certificate2 certificate)
        {
            (_rsa, _certificate) = (rsa, certificate);
            Id = Base64Url.EncodeToString(certificate.GetCertHash());
            Security = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = Id };
        }

        public string Id { get; }

        /// <summary>The public part.</summary>
        public RsaSecurityKey Security { get; }

        public string PublicKeyPem => _rsa.ExportSubjectPublicKeyInfoPem();

        public static Key Create()
        {
            var rsa = RSA.Create(2048);
            var from = TimeProvider.System.GetUtcNow().AddDays(-1);
            return new Key(rsa, new CertificateRequest("CN=accounts.accesscontrol.example", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, from.AddYears(5)));
        }

        public string Sign(JsonObject claims) => Jwt.Make(
            new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = Id },
            claims,
            content => _rsa.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        public void Dispose()
        {
            _certificate.Dispose();
            _rsa.Dispose();
        }

        public void Write(Utf8JsonWriter json, string issuer)
        {
            var numbers = _rsa.ExportParameters(includePrivateParameters: false);
            json.WriteStartObject();
            json.WriteString("kty", "RSA");
            json.WriteString("use", "sig");
            json.WriteString("kid", Id);
            json.WriteString("x5t", Id);
            json.WriteString("n", Base64Url.EncodeToString(numbers.Modulus));
            json.WriteString("e", Base64Url.EncodeToString(numbers.Exponent));
            json.WriteStartArray("x5c");
            json.WriteStringValue(Convert.ToBase64String(_certificate.RawData));
            json.WriteEndArray();
            json.WriteString("issuer", issuer);
            json.WriteEndObject();
        }
    }
}

/// <summary>The compact form of a token.</summary>
internal static class Jwt
{
    public static string Make(JsonObject header, JsonObject claims, Func<string, byte[]> sign)
    {
        var content = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{content}.{Base64Url.EncodeToString(sign(content))}";
    }
}
