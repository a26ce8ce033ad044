using static System.DayOfWeek;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

internal static class SeriesScripts
{
    public static readonly IReadOnlyList<Series> All =
    [
        new("Communications weekly", null, 156, -26, 1, Monday, 10, 60, CircleScripts.Team) { InRoom = true },
        new("1:1 Dagmar / Ines", "Dagmar Ostrowe", 156, -26, 2, Tuesday, 11, 30, "Dagmar Ostrowe"),
        new("1:1 Ines / Tomasz", null, 156, -26, 2, Wednesday, 9, 30, "Tomasz Wielgorski"),
        new("1:1 Ines / Amara", null, 156, -26, 2, Wednesday, 9, 30, "Amara Diallokou") { StartMinute = 30 },
        new("1:1 Ines / Jonas", null, 156, -26, 4, Thursday, 14, 30, "Jonas Ferchland"),
        new("Editorial planning", null, 150, -26, 2, Tuesday, 14, 60, "Jonas Ferchland", "Priya Ramanathapur", "Mateo Quirovales", "Amara Diallokou", "Nils Averdunken") { InRoom = true },
        new("Product meets Communications", "Isabel Navarrano", 140, -26, 4, Thursday, 10, 60, "Isabel Navarrano", "Jonas Ferchland", "Benedikt Osterlohe"),
        new("Launch sync Tidewatch", "Sander Hoekvelden", 110, 24, 4, Tuesday, 16, 30, "Sander Hoekvelden", "Priya Ramanathapur"),
        new("Status Lindwurm", "Svenja Marquardsen", 138, -26, 2, Friday, 10, 45, "Svenja Marquardsen", "Benedikt Osterlohe"),
        new("Leadership circle Communications", "Dagmar Ostrowe", 156, -26, 4, Monday, 14, 90, "Dagmar Ostrowe", "Benedikt Osterlohe", "Tomasz Wielgorski", "Amara Diallokou", "Nils Averdunken") { InRoom = true },
        new("Relaunch stand-up", "Lasse Thorvikson", 76, 39, 1, Thursday, 9, 30, "Lasse Thorvikson", "Mateo Quirovales", "Minh-Anh Dovan", "Janneke Zuidhof"),
        new("Budget review Communications", "Petra Vondraschek", 136, 18, 4, Wednesday, 15, 45, "Petra Vondraschek"),
        new("Press round", null, 156, 62, 2, Friday, 9, 30, "Tomasz Wielgorski", "Mirjam Sollinger", "Rasmus Egebjergen"),
        new("Video pipeline", "Selim Karaderesi", 90, -26, 4, Friday, 13, 45, "Selim Karaderesi", "Priya Ramanathapur", "Benedikt Osterlohe"),
    ];
}
