using System.Globalization;

namespace InboxNetworker.Api.Wire;

/// <summary>A contact's id in an address or a document.</summary>
internal static class ContactId
{
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <returns>0, which no contact has, for anything that is not an id.</returns>
    public static long Parse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
