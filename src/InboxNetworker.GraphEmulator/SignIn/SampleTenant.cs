using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>The organisation the program serves: one user, and the applications of the product.</summary>
internal static class SampleTenant
{
    private const string ApiId = "2f4c1d70-5d0b-4c0c-9d3b-7a1f6e0c1a01";

    private static readonly string[] Delegated = ["Mail.ReadBasic", "Calendars.ReadBasic", "User.Read", "People.Read"];

    /// <param name="secret">What the Api shows who it is with.</param>
    public static TenantOptions Create(MailboxContent content, TimeProvider time, string secret)
    {
        var pane = new TenantApp("2f4c1d70-5d0b-4c0c-9d3b-7a1f6e0c1a03", TenantAppKind.Public)
        {
            Name = "Pane",
            SinglePageRedirectUris = ["http://localhost/", "http://localhost/taskpane.html", "https://localhost:3000/taskpane.html", "brk-multihub://localhost:3000"],
        };
        var api = new TenantApp(ApiId, TenantAppKind.Confidential)
        {
            Name = "Api",
            Secret = secret,
            Scopes = ["access_as_user"],
            PreAuthorizedClients = [pane.ClientId],
            KnownClientApplications = [pane.ClientId],
            RequiredScopes = Delegated,
            ApplicationRoles = ["Mail.ReadBasic.All", "Calendars.ReadBasic", "User.Read.All"],
        };
        var desktop = new TenantApp("2f4c1d70-5d0b-4c0c-9d3b-7a1f6e0c1a02", TenantAppKind.Public)
        {
            Name = "Desktop",
            RedirectUris = ["http://localhost"],
            RequiredScopes = Delegated,
        };
        var owner = content.Owner;
        var oid = new WireIds(owner.Mail.ToUpperInvariant()).MailboxGuid.ToString();
        return new TenantOptions { TimeProvider = time, Users = [new TenantUser(oid, owner.Mail, owner.DisplayName, content)], Apps = [api, desktop, pane] };
    }
}
