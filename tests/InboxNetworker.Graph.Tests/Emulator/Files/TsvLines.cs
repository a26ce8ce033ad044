using InboxNetworker.GraphEmulator.Mailboxes.Files;

namespace InboxNetworker.Graph.Tests.Emulator.Files;

/// <summary>Tab-separated mailboxes for tests.</summary>
internal static class TsvLines
{
    public const string Header = "message_id\tdate_utc_iso\tfrom\tto\tcc\tbcc\tsubject\tfolder\n";

    public static readonly DateTimeOffset Now = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    public static readonly MailboxFileOptions Owned = new(Now) { OwnerAddresses = ["me@x.example"] };

    public static string Line(string id, string date, string from = "me@x.example", string to = "you@y.example", string subject = "Hello", string folder = "sent") =>
        $"<{id}>\t{date}\t{from}\t{to}\t\t\t{subject}\t{folder}\n";
}
