using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using Microsoft.Graph.Models;
using EmailAddress = InboxNetworker.Core.Interactions.EmailAddress;
using Person = Microsoft.Graph.Models.Person;

namespace InboxNetworker.Graph;

/// <summary>From the service's person to the directory entry Core knows.</summary>
internal static class PeopleReading
{
    public static readonly string[] Properties = ["displayName", "scoredEmailAddresses", "userPrincipalName", "personType", "department", "companyName", "jobTitle"];

    /// <returns>Null for an entry without an address.</returns>
    public static DirectoryEntry? ToEntry(Person person)
    {
        var addresses = (person.ScoredEmailAddresses ?? []).Select(a => a.Address).Append(person.UserPrincipalName)
            .Select(text => EmailAddress.TryParse(text, out var address) ? address : null).OfType<EmailAddress>().Distinct().ToList();
        return addresses.Count == 0
            ? null
            : new DirectoryEntry(addresses, person.DisplayName, Kind(person.PersonType), Said(person.Department), Said(person.CompanyName), Said(person.JobTitle), person.PersonType?.Subclass == "PersonalContact");
    }

    /// <remarks>
    /// «Person» of an <c>ImplicitContact</c> only repeats that mail was exchanged with the address: a newsletter's is one too. It proves nothing.
    /// </remarks>
    private static DirectoryKind Kind(PersonType? type) => (type?.Class, type?.Subclass) switch
    {
        (_, "Room" or "Equipment" or "Workspace") => DirectoryKind.Room,
        ("Group", _) => DirectoryKind.Group,
        ("Room", _) => DirectoryKind.Room,
        ("Person", "OrganizationUser") => DirectoryKind.Person,
        _ => DirectoryKind.Unknown,
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
