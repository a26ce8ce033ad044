using static InboxNetworker.GraphEmulator.Mailboxes.Sample.RelationshipState;
using static InboxNetworker.GraphEmulator.Mailboxes.Sample.Topic;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The relationships that go on: most of them, and the closest, in the owner's own department.</summary>
internal static class LivingScripts
{
    private const double Begin = 156.5;

    public static readonly IReadOnlyList<Relationship> All =
    [
        Growing("Dagmar Ostrowe", new Phase(Begin, 0, 0.75, 0.3, Inside, Budget, Campaign) { Mine = 0.4 }),
        Growing("Tomasz Wielgorski", new Phase(Begin, 0, 1.1, 0.5, Press, Crisis, Inside)),
        Growing("Amara Diallokou", new Phase(Begin, 0, 0.9, 0.4, Inside, Events)),
        Growing("Jonas Ferchland", new Phase(Begin, 0, 0.85, 0.3, Inside, Product, Campaign)),
        Growing("Priya Ramanathapur", new Phase(Begin, 0, 0.8, 0.4, Social, Campaign)),
        Growing("Benedikt Osterlohe", new Phase(Begin, 0, 0.7, 0.4, Campaign, Agency, Print)),
        Growing("Lotte van Rijnsdal", new Phase(Begin, 0, 0.75, 0.4, Events)),
        Ongoing("Mateo Quirovales", Close, new Phase(120, 78, 0.55, 0.2, Inside), new Phase(78, 36, 1, 0.6, Relaunch), new Phase(36, 0, 1.1, 0.3, Relaunch, Social)),
        Growing("Svenja Marquardsen", new Phase(140, 0, 0.8, 0.4, Agency, Campaign)),

        Ongoing("Linnea Pacekova", Steady, new Phase(Begin, 0, 0.75, 0.15, Inside, Budget) { Mine = 0.3 }),
        Ongoing("Yuki Tanabara", Steady, new Phase(Begin, 0, 0.55, 0.1, Print, Campaign) { Mine = 0.6 }),
        Ongoing("Selim Karaderesi", Steady, new Phase(131, 0, 0.55, 0.2, Film)),
        Ongoing("Callum Strathearne", Steady, new Phase(110, 0, 0.45, 0.1, Inside, Events)),
        Ongoing("Zeynep Aydoğmaz", Steady, new Phase(97, 0, 0.55, 0.1, Press, Social) { Mine = 0.3 }),
        Ongoing("Oksana Hrymalova", Steady, new Phase(144, 0, 0.4, 0.1, Translation)),
        Ongoing("Nils Averdunken", Steady, new Phase(Begin, 0, 0.4, 0.1, Print, Inside)),
        Ongoing("Chiara Montebruno", Steady, new Phase(74, 0, 0.6, 0.2, Inside, Social, Campaign) { Mine = 0.6 }),
        Ongoing("Freja Lundgaarden", Steady, new Phase(88, 0, 0.45, 0.1, Research, Inside)),
        Ongoing("Isabel Navarrano", Steady, new Phase(Begin, 0, 0.45, 0.2, Product)),
        new("Wout Verhaegden", Steady, null, [new Phase(Begin, 0, 0.4, 0.2, Sales, Client)], [new(26, "Reference visit in Rotterdam", "<><")]),
        new("Tilde Vestergaarden", Steady, null, [new Phase(125, 0, 0.4, 0.2, Client)], [new(19, "Joint story on the storm basin", "><><")]),
        new("Milo Aschenbrandt", Steady, null, [new Phase(142, 0, 0.35, 0.1, Film), new Phase(90, 10, 0.12, 0, Film, Personal) { Address = 1 }], [new(28, "Portraits of the new board", "><")]),
        new("Katalin Borsodyi", Steady, null, [new Phase(150, 0, 0.35, 0, Translation) { Mine = 0.7 }], [new(24, "Winter issue in Danish and Polish", "><>")]),
        new("Stefan Rauhwald", Steady, null, [new Phase(149, 0, 0.35, 0.15, Media)], [new(31, "Editorial plan: your topics for us", "<><")]),
        new("Elisa Hallberg", Steady, null, [new Phase(Begin, 0, 0.45, 0, Personal)], [new(17, "Grandmother's eightieth", "<><>")]),
        new("Jitka Svobodnikova", Steady, null, [new Phase(101, 0, 0.35, 0.1, Inside, Events) { Mine = 0.4 }], [new(22, "Slot for the portrait session", "><")]),

        new("Natalia Brzezickaja", Fading, null,
            [new(140, 52, 0.9, 0.3, Sales), new(52, 26, 0.45, 0.1, Sales), new(26, 8, 0.15, 0, Sales)],
            [new(44, "Reference story Nordhafen: may we use the logo?", "><")]),
        new("Viktor Ahnefeldt", Fading, null,
            [new(134, 60, 0.6, 0.2, Legal), new(60, 20, 0.25, 0.05, Legal)],
            [new(40, "Newsletter sign-up: consent text", "><>")]),
        new("Emeka Obiorandu", Fading, null,
            [new(96, 40, 0.7, 0.2, Research), new(40, 15, 0.3, 0.1, Research)],
            [new(47, "Poster for the open day", "<>")]),
        new("Hugo Lindersten", Fading, null,
            [new(150, 45, 0.8, 0.3, Product), new(45, 14, 0.3, 0.1, Product)],
            [new(37, "Datasheet Rivus 3: who signs off?", "<><")]),
        new("Ulrike Tannhoff", Fading, null,
            [new(145, 55, 0.5, 0.1, Media), new(55, 16, 0.2, 0, Media)],
            [new(50, "Background talk on drinking water prices", "<><")]),

        new("Noor El-Sayyidi", New, null, [new(5, 0, 1.8, 0.8, Inside, Social) { Mine = 0.6 }],
            [new(34, "Welcome to the team!", "><"), new(13, "Your first article", "<><")]),
        new("Leilani Kahoanui", New, null, [new(5, 0, 0.8, 0.5, Product)],
            [new(37, "Introduction: I take over Pegel One", "<><"), new(11, "Positioning Pegel One: half an hour?", "<>")]),
        new("Jasper Wennekes", New, null, [new(3, 0, 0.6, 0.2, Media)],
            [new(26, "Request for background: sensor networks in small towns", "<><"), new(8, "Re: Request for background: sensor networks in small towns", "<")]),
        new("Sunniva Rolfstad", New, null, [], [new(20, "Benchmark of internal communications: interview partner?", "<><"), new(6, "Benchmark: your results", "<>")]),

        new("Marek Dvorakovic", Resting, null, [], Quarterly(58, "Logistics report: texts and photos", "<><>")),
        new("Bettina Schallweg", Resting, null, [], Quarterly(52, "Employee survey: key messages", "><><")),
        new("Ole Brinkmeyer", Resting, null, [], Quarterly(64, "Site tour for visitors", "><>")),
        new("Fatou Ndiayeme", Resting, null, [], Quarterly(55, "Science column: next topic", "<><")),
    ];

    private static Relationship Ongoing(string person, RelationshipState state, params IReadOnlyList<Phase> phases) => new(person, state, null, phases, []);

    /// <summary>Close, and closer still for a year.</summary>
    private static Relationship Growing(string person, Phase phase) =>
        Ongoing(person, Close, phase with { To = 50 }, phase with { From = 50, Mails = phase.Mails * 1.45 });

    private static IReadOnlyList<Exchange> Quarterly(int lastDaysAgo, string subject, string turns) =>
        [.. Enumerable.Range(0, 11).Select(turn => new Exchange(lastDaysAgo + turn * 92, subject, turns))];
}
