using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Azure.Identity;
using InboxNetworker.Api.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace InboxNetworker.Api.Auth;

/// <summary>A personal sign-in between two starts: where the platform has a place for secrets, there; else in a file, encrypted, of mode 0600.</summary>
internal sealed class ProtectedTokenCache(OwnFolder folder, IDataProtectionProvider protection) : UnsafeTokenCacheOptions
{
    private const string CacheName = "InboxNetworker", CacheFile = "sign-in.tokens";

    private readonly IDataProtector _protector = protection.CreateProtector("InboxNetworker.TokenCache");

    /// <summary>Said in the terminal and in docs/privacy.md.</summary>
    public static string Place => HasKeyring ? "in this system's own place for secrets" : "in an encrypted file beside the database, that only you can read";

    /// <summary>Windows and macOS have one; Linux where a desktop session runs a keyring.</summary>
    private static bool HasKeyring => !OperatingSystem.IsLinux()
        || (Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 } && Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } && NativeLibrary.TryLoad("libsecret-1.so.0", out _));

    public TokenCachePersistenceOptions Options() => HasKeyring ? new TokenCachePersistenceOptions { Name = CacheName } : this;

    public void Delete() => File.Delete(folder.At(CacheFile));

    protected override Task<ReadOnlyMemory<byte>> RefreshCacheAsync() => Task.FromResult(Read());

    protected override Task TokenCacheUpdatedAsync(TokenCacheUpdatedArgs tokenCacheUpdatedArgs)
    {
        OwnFolder.Write(folder.At(CacheFile), _protector.Protect(tokenCacheUpdatedArgs.UnsafeCacheData.ToArray()));
        return Task.CompletedTask;
    }

    /// <summary>What cannot be opened any more is as if there were nothing: the owner signs in again.</summary>
    private ReadOnlyMemory<byte> Read()
    {
        try
        {
            return File.Exists(folder.At(CacheFile)) ? _protector.Unprotect(File.ReadAllBytes(folder.At(CacheFile))) : ReadOnlyMemory<byte>.Empty;
        }
        catch (CryptographicException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
