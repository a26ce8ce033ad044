using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Permissions;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.GraphEmulator.OData;

/// <summary>What the writing of an item depends on besides the item: the mailbox's ids, the address asked, the preferences.</summary>
/// <param name="Root">The service root as the client addressed it, such as <c>http://127.0.0.1:6001/v1.0</c>.</param>
/// <param name="Zone">The zone event times are given in, with the name the client used for it.</param>
internal sealed record Wire(WireIds Ids, string Root, Preferences Preferences, TimeZoneInfo Zone, string ZoneName)
{
    public static Wire Of(HttpContext http, MailboxStore mailbox)
    {
        var request = http.Request;
        var root = $"{request.Scheme}://{request.Host.Value}/v1.0";
        return new Wire(mailbox.Ids, root, Preferences.Of(request), TimeZoneInfo.Utc, "UTC") { Withheld = Withheld.Of(http), Mine = root + Addressed.Of(http) };
    }

    /// <summary>What the token may not see; none of it is written.</summary>
    public required Withheld Withheld { get; init; }

    /// <summary>The mailbox as the client addressed it.</summary>
    public required string Mine { get; init; }

    public bool ImmutableIds => Preferences.ImmutableIds;

    /// <summary>The owner's resources as the service names them in contexts: <c>…/$metadata#users('guid')</c>.</summary>
    public string OwnerContext => $"{Root}/$metadata#users('{Ids.MailboxGuid}')";
}
