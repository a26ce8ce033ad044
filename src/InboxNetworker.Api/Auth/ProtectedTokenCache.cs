using System.Security.Cryptography;
using Azure.Identity;
using InboxNetworker.Api.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace InboxNetworker.Api.Auth;

/// <summary>A personal sign-in between two starts, in an encrypted file of the user's own: of mode 0600, and on Windows with a key that the system encrypts for this user.</summary>
internal sealed class ProtectedTokenCache(OwnFolder folder, IDataProtectionProvider protection) : UnsafeTokenCacheOptions
{
    private const string CacheFile = "sign-in.tokens";

    private readonly IDataProtector _protector = protection.CreateProtector("InboxNetworker.TokenCache");

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
