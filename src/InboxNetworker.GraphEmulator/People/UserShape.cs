using System.Text.Json;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>How a user is written. Without <c>$select</c> the service gives eleven properties only; department and the like have to be asked for.</summary>
internal static class UserShape
{
    public static Shape<DirectoryEntry> Shape { get; } = new(
        "microsoft.graph.user",
        "BadRequest",
        [
            new("businessPhones", (json, _, _) => json.WriteStrings([])),
            new("displayName", (json, u, _) => json.WriteStringValue(u.Person.DisplayName)),
            new("givenName", (json, u, _) => json.WriteStringValue(PersonName.Given(u.Person.DisplayName))),
            new("jobTitle", (json, u, _) => json.WriteStringValue(u.Person.JobTitle)),
            new("mail", (json, u, _) => json.WriteStringValue(u.Person.Addresses[0])),
            new("mobilePhone", Null),
            new("officeLocation", Null),
            new("preferredLanguage", Null),
            new("surname", (json, u, _) => json.WriteStringValue(PersonName.Sur(u.Person.DisplayName))),
            new("userPrincipalName", (json, u, _) => json.WriteStringValue(u.Person.Addresses[0])),
            new("id", (json, u, _) => json.WriteStringValue(u.Id)),
            new("accountEnabled", (json, u, _) => json.WriteBooleanValue(u.Person.AccountEnabled), ByDefault: false),
            new("department", (json, u, _) => json.WriteStringValue(u.Person.Department), ByDefault: false),
            new("companyName", (json, u, _) => json.WriteStringValue(u.Person.CompanyName), ByDefault: false),
            new("otherMails", (json, u, _) => json.WriteStrings(u.Person.Addresses.Skip(1)), ByDefault: false),
            new("proxyAddresses", (json, u, _) => json.WriteStrings(u.Person.Addresses.Select((a, i) => (i == 0 ? "SMTP:" : "smtp:") + a)), ByDefault: false),
            new("mailNickname", (json, u, _) => json.WriteStringValue(u.Person.Addresses[0].Split('@')[0]), ByDefault: false),
            new("userType", (json, _, _) => json.WriteStringValue("Member"), ByDefault: false),
            new("employeeId", Null, ByDefault: false),
            new("city", Null, ByDefault: false),
            new("country", Null, ByDefault: false),
        ]);

    private static void Null(Utf8JsonWriter json, DirectoryEntry user, Wire wire) => json.WriteNullValue();
}
