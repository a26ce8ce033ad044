using System.Globalization;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>Values that several resources share, in the service's form.</summary>
internal static class JsonValues
{
    /// <summary>UTC with a <c>Z</c>, whole seconds as the service gives them for mail.</summary>
    public static void WriteTime(this Utf8JsonWriter json, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[20];
        time.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    public static void WriteOptional(this Utf8JsonWriter json, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBooleanValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteStrings(this Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void WriteRecipients(this Utf8JsonWriter json, IReadOnlyList<Recipient> recipients)
    {
        json.WriteStartArray();
        for (var i = 0; i < recipients.Count; i++)
        {
            json.WriteRecipient(recipients[i]);
        }

        json.WriteEndArray();
    }

    public static void WriteRecipient(this Utf8JsonWriter json, Recipient? recipient)
    {
        if (recipient is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteEmailAddress(recipient.Name, recipient.Address);
        json.WriteEndObject();
    }

    public static void WriteEmailAddress(this Utf8JsonWriter json, string name, string address)
    {
        json.WriteStartObject("emailAddress");
        json.WriteString("name", name);
        json.WriteString("address", address);
        json.WriteEndObject();
    }
}
