using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>How somebody of the owner's circle is written, in the order of <c>microsoft.graph.person</c>.</summary>
internal static class PersonShape
{
    public static Shape<DirectoryEntry> Shape { get; } = new(
        "microsoft.graph.person",
        "BadRequest",
        [
            new("id", (json, p, _) => json.WriteStringValue(p.Id)),
            new("displayName", (json, p, _) => json.WriteStringValue(p.Person.DisplayName)),
            new("givenName", (json, p, _) => json.WriteStringValue(PersonName.Given(p.Person.DisplayName))),
            new("surname", (json, p, _) => json.WriteStringValue(PersonName.Sur(p.Person.DisplayName))),
            new("birthday", Empty),
            new("personNotes", Empty),
            new("isFavorite", (json, _, _) => json.WriteBooleanValue(false)),
            new("jobTitle", (json, p, _) => json.WriteStringValue(p.Person.JobTitle)),
            new("companyName", (json, p, _) => json.WriteStringValue(p.Person.CompanyName)),
            new("yomiCompany", Empty),
            new("department", (json, p, _) => json.WriteStringValue(p.Person.Department)),
            new("officeLocation", (json, _, _) => json.WriteNullValue()),
            new("profession", Empty),
            new("userPrincipalName", (json, p, _) => json.WriteStringValue(p.Person.IsUser ? p.Person.Addresses[0] : "")),
            new("imAddress", (json, p, _) => json.WriteStringValue(p.Person.IsUser ? "sip:" + p.Person.Addresses[0] : null)),
            new("scoredEmailAddresses", WriteAddresses),
            new("phones", (json, _, _) => json.WriteStrings([])),
            new("postalAddresses", (json, _, _) => json.WriteStrings([])),
            new("websites", (json, _, _) => json.WriteStrings([])),
            new("personType", WriteType),
        ]);

    private static void Empty(Utf8JsonWriter json, DirectoryEntry person, Wire wire) => json.WriteStringValue("");

    private static void WriteAddresses(Utf8JsonWriter json, DirectoryEntry person, Wire wire)
    {
        json.WriteStartArray();
        foreach (var address in person.Person.Addresses)
        {
            json.WriteStartObject();
            json.WriteString("address", address);
            json.WriteNumber("relevanceScore", person.Person.Relevance);
            json.WriteString("selectionLikelihood", "notSpecified");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteType(Utf8JsonWriter json, DirectoryEntry person, Wire wire)
    {
        json.WriteStartObject();
        json.WriteString("class", person.Person.Class);
        json.WriteString("subclass", person.Person.Subclass);
        json.WriteEndObject();
    }
}
