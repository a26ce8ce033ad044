using static InboxNetworker.GraphEmulator.Mailboxes.Sample.Topic;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>What is written among several. Nobody who has gone quiet belongs to a circle that outlasts the last contact.</summary>
internal static class CircleScripts
{
    public static readonly IReadOnlyList<string> Team =
        [.. Cast.Department(nameof(Departments.Communications)).Where(person => person.LeftWeeksAgo is null && person.Name != "Noor El-Sayyidi").Select(person => person.Name)];

    public static readonly IReadOnlyList<Circle> Circles =
    [
        new("leads", 156, 0, 0.45, ["Dagmar Ostrowe", "Benedikt Osterlohe", "Tomasz Wielgorski", "Amara Diallokou", "Nils Averdunken"], Inside, Budget, Campaign),
        new("editorial", 150, 0, 0.5, ["Jonas Ferchland", "Priya Ramanathapur", "Mateo Quirovales", "Amara Diallokou", "Chiara Montebruno", "Freja Lundgaarden"], Social, Inside, Product),
        new("fairs", 145, 0, 0.2, ["Lotte van Rijnsdal", "Wout Verhaegden", "Svenja Marquardsen", "Benedikt Osterlohe", "Konstantin Weißgärber"], Events),
        new("relaunch", 77, 39, 0.65, ["Mateo Quirovales", "Lasse Thorvikson", "Minh-Anh Dovan", "Janneke Zuidhof", "Mikkel Straarup-Lind", "Svenja Marquardsen"], Relaunch),
        new("press", 156, 62, 0.2, ["Tomasz Wielgorski", "Mirjam Sollinger", "Rasmus Egebjergen", "Zeynep Aydoğmaz"], Press, Crisis),
        new("launches", 120, 24, 0.15, ["Sander Hoekvelden", "Isabel Navarrano", "Jonas Ferchland", "Priya Ramanathapur"], Product, Campaign),
        new("film", 130, 0, 0.12, ["Selim Karaderesi", "Ottilie Freudenreich", "Milo Aschenbrandt", "Benedikt Osterlohe"], Film),
    ];

    public static readonly IReadOnlyList<LongThread> LongThreads =
    [
        new(26, "Wording of our climate claim", 24, Crisis, "Dagmar Ostrowe", "Tomasz Wielgorski", "Freja Lundgaarden", "Benedikt Osterlohe", "Isabel Navarrano"),
        new(204, "Name for the new customer magazine", 28, Campaign, "Nils Averdunken", "Jonas Ferchland", "Benedikt Osterlohe", "Yuki Tanabara", "Svenja Marquardsen", "Chiara Montebruno"),
        new(331, "Go-live checklist", 34, Relaunch, "Mateo Quirovales", "Lasse Thorvikson", "Minh-Anh Dovan", "Janneke Zuidhof", "Mikkel Straarup-Lind"),
        new(585, "Pump recall: questions and answers", 31, Crisis, "Dagmar Ostrowe", "Tomasz Wielgorski", "Mirjam Sollinger", "Aoife Brannaghan", "Achim Brodersen-Kuhl", "Linnea Pacekova"),
        new(850, "Summer party: theme, date, place", 23, Personal, "Lotte van Rijnsdal", "Amara Diallokou", "Gregor Steinhaufen", "Priya Ramanathapur", "Selim Karaderesi"),
    ];

    /// <summary>Colleagues and outsiders the owner hardly knows: one short thread, now and then a second.</summary>
    public static readonly IReadOnlyList<(string Person, Topic Topic)> Passing =
    [
        ("Ewelina Szczygłowska", It), ("Samira Benchaouia", It), ("Pavel Hruzik", It), ("Thandeka Mbokazini", It), ("Mikkel Straarup-Lind", Relaunch),
        ("Ludger Hasenkampf", Budget), ("Noémie Bellerivet", Budget), ("Greta Pohlenz", Budget), ("Jana Petersohn", Hr),
        ("Anjali Krishnaveni", Hr), ("Kofi Asantewor", Hr), ("Anna Lindemoor", Hr), ("Jelle Hoogeveldt", Hr),
        ("Jan Petersohn", Sales), ("Fabienne Roquelaire", Sales), ("Inga Torbjörnsdal", Sales), ("Judith Haverkampf", Client), ("Hanako Fujimorita", Sales),
        ("Ravi Chandrapore", Sales), ("Eamon Kilbrannan", Sales), ("Yasmin Al-Khatouri", Events), ("Corinna Uhlenbrock", Sales),
        ("Sibylle Trautenau", Legal), ("Philippa Warboyes", Legal), ("Mehmet Sarıkayalar", Legal),
        ("Ivo Kratschmar", Product), ("Rebecka Stjernlund", Product), ("Lina Castrillonez", Product), ("Patrick O'Sheaghan", Translation), ("Celeste Aubrienne", Research),
        ("Takumi Hoshikawa", Product), ("Björn Österklint", Product), ("Meera Subrahmanya", Product), ("Frida Malmqvister", Product),
        ("Achim Brodersen-Kuhl", Operations), ("Ginevra Paolozzini", Operations), ("Martin Sanderhoff", Operations), ("Lerato Dlaminika", Operations), ("Naledi Khumalongo", Operations),
        ("Tilman Oberkofel", Agency), ("Aurelie Vasseurin", Agency), ("Kasimir Brandl-Roth", Agency), ("Minh-Anh Dovan", Relaunch), ("Janneke Zuidhof", Relaunch), ("Arno Pfefferkorn", Relaunch),
        ("Paula Wiesengrundt", Media), ("Grażyna Koziolska", Agency), ("m.sanderhoff@nordhafen.example", Client), ("Renate Fuchsloch", Client), ("Detlef Rosenhagen", Print),
        ("Konstantin Weißgärber", Events), ("Ximena Larraondo", Events), ("Etienne Grandvallet", Translation), ("Ottilie Freudenreich", Film), ("Leander Mühlbronn", Research), ("Joris Bakkersma", Personal),
    ];
}
