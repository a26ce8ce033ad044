namespace InboxNetworker.Core.Relationships;

/// <summary>A part of the list; what is null does not matter. Text is compared without regard to case.</summary>
/// <param name="State">Fading or dormant; nobody else is on the list unless the owner asked for them.</param>
/// <param name="Company">As the directory has it.</param>
/// <param name="Department">As the directory has it.</param>
/// <param name="Tag">One of the owner's.</param>
public sealed record ListFilter(RelationshipState? State = null, string? Company = null, string? Department = null, string? Tag = null)
{
    public static readonly ListFilter Everybody = new();

    public bool Holds(Relationship relationship, DateTimeOffset now) =>
        Same(Company, relationship.Person.Company)
        && Same(Department, relationship.Person.Department)
        && (Tag is null || relationship.Word.Preferences.Tags.Any(t => Same(Tag, t)))
        && (State is null || State == RelationshipModel.StateOf(relationship, now));

    private static bool Same(string? wanted, string? given) => wanted is null || string.Equals(wanted, given, StringComparison.OrdinalIgnoreCase);
}
