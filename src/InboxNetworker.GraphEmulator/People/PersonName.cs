namespace InboxNetworker.GraphEmulator.People;

/// <summary>First and last name of a display name that has both; an address standing for a name has neither.</summary>
internal static class PersonName
{
    public static string? Given(string displayName) => HasParts(displayName) ? displayName[..displayName.IndexOf(' ', StringComparison.Ordinal)] : null;

    public static string? Sur(string displayName) => HasParts(displayName) ? displayName[(displayName.LastIndexOf(' ') + 1)..] : null;

    private static bool HasParts(string displayName) => displayName.Contains(' ', StringComparison.Ordinal) && !displayName.Contains('@', StringComparison.Ordinal);
}
