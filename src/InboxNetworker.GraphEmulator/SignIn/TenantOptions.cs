using System.Security.Cryptography.X509Certificates;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>An organisation: who is in it, which applications it knows, and how its sign-in service behaves.</summary>
public sealed record TenantOptions
{
    /// <summary>A guid.</summary>
    public string TenantId { get; init; } = "7d3c9a51-2f0e-4b6b-9c57-0a1e5d8b6f42";

    public string Name { get; init; } = "Northwind";

    /// <summary>
    /// The clock of tokens, codes and mailboxes. Clients sign their assertions and judge lifetimes by the computer's clock: a test that moves
    /// time starts its clock at the present.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>At least one; the object ids and names differ.</summary>
    public required IReadOnlyList<TenantUser> Users { get; init; }

    public IReadOnlyList<TenantApp> Apps { get; init; } = [];

    /// <summary>Whose mailboxes an application token may read (RBAC for Applications), by object id or name; null for everybody's.</summary>
    public IReadOnlyList<string>? AllowedApplicationMailboxes { get; init; }

    /// <summary>From 1 minute; the service gives 60 to 90 minutes.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(65);

    /// <summary>How long a device waits before it asks again, in whole seconds; 0 lets it ask at once, which only a test wants.</summary>
    public TimeSpan DeviceCodeInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Ports of the sign-in service and of Graph; 0 picks free ones.</summary>
    public int SignInPort { get; init; }

    /// <inheritdoc cref="SignInPort"/>
    public int GraphPort { get; init; }

    /// <summary>How each mailbox is served; the clock is the tenant's.</summary>
    public GraphEmulatorOptions Mailboxes { get; init; } = new() { Quirks = false };
}

/// <summary>Somebody of the organisation.</summary>
/// <param name="Oid">A guid, the id of the user in the directory and in Graph.</param>
/// <param name="Upn">The user principal name.</param>
public sealed record TenantUser(string Oid, string Upn, string Name, MailboxContent Mailbox);

public enum TenantAppKind
{
    /// <summary>Runs where its user can read it: no secret.</summary>
    Public,

    /// <summary>Runs on a server and proves who it is.</summary>
    Confidential,
}

/// <summary>A registered application.</summary>
/// <param name="ClientId">A guid.</param>
public sealed record TenantApp(string ClientId, TenantAppKind Kind)
{
    public string Name { get; init; } = "Application";

    public string? Secret { get; init; }

    /// <summary>Certificates whose signatures on client assertions count; the public part is enough.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    public IReadOnlyList<FederatedCredential> FederatedCredentials { get; init; } = [];

    /// <summary>The names of the scopes it exposes, such as <c>access_as_user</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What its scopes begin with; <c>api://{ClientId}</c> unless told.</summary>
    public string? IdentifierUri { get; init; }

    /// <summary>Clients that need no consent for its scopes.</summary>
    public IReadOnlyList<string> PreAuthorizedClients { get; init; } = [];

    /// <summary>Clients whose users, asked for <c>.default</c> of this application, allow it its <see cref="RequiredScopes"/> on the same page.</summary>
    public IReadOnlyList<string> KnownClientApplications { get; init; } = [];

    /// <summary>Where codes may be sent: of a public client <c>http://localhost</c> stands for every port.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Where codes may be sent that a page in a browser redeems.</summary>
    public IReadOnlyList<string> SinglePageRedirectUris { get; init; } = [];

    /// <summary>What <c>.default</c> asks consent for, such as <c>Mail.ReadBasic</c> or <c>api://…/access_as_user</c>.</summary>
    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    /// <summary>Graph's application permissions an administrator granted, such as <c>Mail.ReadBasic.All</c>.</summary>
    public IReadOnlyList<string> ApplicationRoles { get; init; } = [];

    internal string Uri => IdentifierUri ?? "api://" + ClientId;
}

/// <summary>Whose tokens of another issuer count as this application's own word.</summary>
/// <param name="PublicKeyPem">The key the issuer signs with, RSA.</param>
public sealed record FederatedCredential(string Issuer, string Subject, string PublicKeyPem)
{
    public string Audience { get; init; } = "api://AzureADTokenExchange";
}

/// <summary>A request to the sign-in service, without anything secret.</summary>
/// <param name="Endpoint"><c>token</c>, <c>authorize</c>, <c>devicecode</c>, <c>keys</c>, <c>openid-configuration</c> …</param>
/// <param name="Error">As the answer names it, null for success.</param>
/// <param name="ErrorCode">The number after <c>AADSTS</c>, 0 for success.</param>
public sealed record ReceivedTokenRequest(string Endpoint, string? GrantType, string? ClientId, string? Scope, string? Error, int ErrorCode);
