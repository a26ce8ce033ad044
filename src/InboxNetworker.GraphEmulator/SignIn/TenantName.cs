namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>The first part of every path: whose sign-in service is asked.</summary>
internal static class TenantName
{
    public static bool IsKnown(string tenant, TenantDirectory directory) =>
        string.Equals(tenant, directory.TenantId, StringComparison.OrdinalIgnoreCase) || IsForAnyTenant(tenant);

    /// <summary>Whoever signs in says which tenant it is.</summary>
    public static bool IsForAnyTenant(string tenant) =>
        tenant.Equals("common", StringComparison.OrdinalIgnoreCase) || tenant.Equals("organizations", StringComparison.OrdinalIgnoreCase);

    public static SignInError Unknown(string tenant) => new(
        400,
        "invalid_request",
        90002,
        $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
}
