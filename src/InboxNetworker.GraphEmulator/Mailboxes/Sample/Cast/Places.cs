namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>What has an address and is no person: rooms, lists and teams.</summary>
internal static class Places
{
    public static readonly Recipient Auditorium = new("Auditorium Elbe", "room-elbe@tarnfeld.example");

    public static readonly IReadOnlyList<Recipient> Rooms =
    [
        new("Room Alster (6)", "room-alster@tarnfeld.example"),
        new("Room Bille (8)", "room-bille@tarnfeld.example"),
        new("Room Dove (4)", "room-dove@tarnfeld.example"),
        new("Room Oste (12)", "room-oste@tarnfeld.example"),
        new("Room Schwinge (10)", "room-schwinge@tarnfeld.example"),
        new("Room Wümme (20)", "room-wuemme@tarnfeld.example"),
        new("Video Studio", "studio@tarnfeld.example"),
        Auditorium,
    ];

    public static readonly Recipient AllStaff = new("All Staff", "all-staff@tarnfeld.example");

    public static readonly Recipient CommunicationsTeam = new("Communications Team", "comms-team@tarnfeld.example");

    public static readonly Recipient RelaunchTeam = new("Website Relaunch", "relaunch@tarnfeld.example");

    public static readonly Recipient HamburgSite = new("Hamburg Site", "site-hamburg@tarnfeld.example");

    public static readonly Recipient PressForum = new("PR Forum", "members@pr-forum.example");

    public static readonly IReadOnlyList<Recipient> Lists = [AllStaff, CommunicationsTeam, RelaunchTeam, HamburgSite, PressForum];
}
