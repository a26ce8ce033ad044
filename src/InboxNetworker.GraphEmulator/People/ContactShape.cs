using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>How a card of the owner's address book is written, in the order of <c>microsoft.graph.contact</c>.</summary>
internal static class ContactShape
{
    /// <summary>A card holds no more addresses than this.</summary>
    private const int MaxAddresses = 3;

    /// <summary>No mailbox says when a card was made; the client must not see one younger than the mail.</summary>
    private static readonly DateTimeOffset Made = new(2020, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private static readonly UInt128 Folder = WireIds.Hash("\0contacts");

    public static Shape<DirectoryEntry> Shape { get; } = new(
        "microsoft.graph.contact",
        "RequestBroker--ParseUri",
        [
            new("id", (json, c, wire) => json.WriteStringValue(wire.Ids.Contact(KeyOf(c), wire.ImmutableIds))),
            new("createdDateTime", (json, _, _) => json.WriteTime(Made)),
            new("lastModifiedDateTime", (json, _, _) => json.WriteTime(Made)),
            new("changeKey", (json, c, wire) => json.WriteStringValue(wire.Ids.ChangeKey(KeyOf(c), 0))),
            new("categories", NoStrings),
            new("parentFolderId", (json, _, wire) => json.WriteStringValue(wire.Ids.Folder(Folder))),
            new("birthday", Null),
            new("fileAs", (json, c, _) => json.WriteStringValue(FileAs(c.Person.DisplayName))),
            new("displayName", (json, c, _) => json.WriteStringValue(c.Person.DisplayName)),
            new("givenName", (json, c, _) => json.WriteStringValue(PersonName.Given(c.Person.DisplayName))),
            new("initials", Null),
            new("middleName", Null),
            new("nickName", Null),
            new("surname", (json, c, _) => json.WriteStringValue(PersonName.Sur(c.Person.DisplayName))),
            new("title", Null),
            new("imAddresses", NoStrings),
            new("jobTitle", (json, c, _) => json.WriteStringValue(c.Person.JobTitle)),
            new("companyName", (json, c, _) => json.WriteStringValue(c.Person.CompanyName)),
            new("department", (json, c, _) => json.WriteStringValue(c.Person.Department)),
            new("officeLocation", Null),
            new("profession", Null),
            new("businessHomePage", Null),
            new("assistantName", Null),
            new("manager", Null),
            new("homePhones", NoStrings),
            new("mobilePhone", Null),
            new("businessPhones", NoStrings),
            new("spouseName", Null),
            new("personalNotes", (json, _, _) => json.WriteStringValue("")),
            new("children", NoStrings),
            new("emailAddresses", WriteAddresses),
        ]);

    public static void Write(Utf8JsonWriter json, DirectoryEntry contact, Wire wire, Selection<DirectoryEntry> selection)
    {
        Lists.Etag(json, wire.Ids.ChangeKey(KeyOf(contact), 0));
        selection.Write(json, contact, wire);
    }

    public static UInt128 KeyOf(DirectoryEntry contact) => WireIds.Hash("contact:" + contact.Id);

    private static void WriteAddresses(Utf8JsonWriter json, DirectoryEntry contact, Wire wire)
    {
        json.WriteStartArray();
        foreach (var address in contact.Person.Addresses.Take(MaxAddresses))
        {
            json.WriteStartObject();
            json.WriteString("name", contact.Person.DisplayName);
            json.WriteString("address", address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string FileAs(string name) => PersonName.Sur(name) is { } surname ? $"{surname}, {name[..^(surname.Length + 1)]}" : name;

    private static void Null(Utf8JsonWriter json, DirectoryEntry contact, Wire wire) => json.WriteNullValue();

    private static void NoStrings(Utf8JsonWriter json, DirectoryEntry contact, Wire wire) => json.WriteStrings([]);
}
