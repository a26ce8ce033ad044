using static InboxNetworker.GraphEmulator.Mailboxes.Sample.Topic;

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The relationships that have gone quiet, each in its own way.</summary>
internal static class QuietScripts
{
    private const RelationshipState Quiet = RelationshipState.Quiet;

    public static readonly IReadOnlyList<Relationship> All =
    [
        new("Sander Hoekvelden", Quiet, QuietKind.OnceWeekly,
            [new(128, 23, 1.25, 0.6, Product, Campaign)],
            [new(157, "Launch story Tidewatch: numbers from the field test", "<><")]),

        new("Ingrid Solvabakken", Quiet, QuietKind.OwnerOwesAnswer,
            [new(128, 15, 0.45, 0.25, Research)],
            [new(101, "White paper on urban flooding: draft chapter", "<><"), new(92, "Re: White paper on urban flooding: draft chapter", "<")]),

        new("Matthias Korbinger", Quiet, QuietKind.TheyOweAnswer,
            [new(118, 19, 0.5, 0.15, Media)],
            [new(128, "Exclusive for Hansekurier: first look at Pegel One", "><>"), new(112, "Re: Exclusive for Hansekurier: first look at Pegel One", ">")]),

        new("Beatriz Almansoro", Quiet, QuietKind.YearlyRhythm,
            [new(156, 149, 0.6, 0.4, Events), new(104, 96, 0.7, 0.4, Events), new(52.4, 47, 0.7, 0.4, Events)],
            [new(1072, "Aquaforum: call for papers", "<><>"), new(708, "Aquaforum: your session proposal", "<><>"), new(343, "Aquaforum: panel on open water data", "><><")]),

        new("Lasse Thorvikson", Quiet, QuietKind.ProjectEnded,
            [new(80, 76, 0.5, 0.8, Relaunch), new(76, 39, 2.05, 1.0, Relaunch)],
            [new(268, "Final invoice and thanks to the whole team", "<><")]),

        new("Caroline Duvernois", Quiet, QuietKind.ChangedCompany,
            [new(152, 71, 0.55, 0.2, Media), new(65, 29, 0.45, 0.15, Media) { Address = 1 }],
            [new(492, "My last week at Hansekurier", "<>"), new(462, "New desk, new address", "<><") { Address = 1 }, new(197, "Interview with Isabel: which date suits?", "><") { Address = 1 }]),

        new("Rohan Deshpandar", Quiet, QuietKind.HelpedOnce,
            [new(65, 60, 3, 1.0, It)],
            [new(452, "Intranet migration: 1,400 pages in one weekend?", "><><><"), new(419, "It runs. Thank you!", "><")]),

        new("Gregor Steinhaufen", Quiet, QuietKind.AfterPromotion,
            [new(150, 62, 1.1, 0.7, Campaign, Inside, Personal), new(62, 25, 0.4, 0.2, Sales, Personal)],
            [new(436, "Congratulations on the new role!", "><><"), new(171, "Lunch when you are back in Hamburg?", "><")]),

        new("Petra Vondraschek", Quiet, QuietKind.OnlyMeetings, [], []),

        new("Aoife Brannaghan", Quiet, QuietKind.FadedGradually,
            [new(150, 112, 0.95, 0.3, Legal), new(112, 75, 0.5, 0.15, Legal), new(75, 34, 0.22, 0, Legal)],
            [new(210, "Quote by a customer: do we need consent?", "><"), new(126, "Imprint after the address change", "><")]),

        new("Holger Dietmarsen", Quiet, QuietKind.LostClient,
            [new(148, 46, 0.6, 0.25, Client)],
            [new(312, "Decision on the metering tender", "<>"), new(289, "Thank you for four good years", "><")]),

        new("Ruth Abendscheiner", Quiet, QuietKind.Mentor,
            [new(154, 33, 0.28, 0.22, Personal)],
            [new(801, "Your talk at the alumni evening", "><"), new(420, "A thought on leading from the middle", "<><"), new(219, "Elderflower and a long walk", "<><")]),

        new("Dario Kessimov", Quiet, QuietKind.ConferenceAcquaintance, [],
            [new(262, "Good to meet you on the Communicators' Day", "><"), new(255, "Slides and the study I mentioned", "<>"), new(243, "Measuring trust: a follow-up", "><")]),

        new("Mirjam Sollinger", Quiet, QuietKind.LeftCompany,
            [new(150, 45, 0.8, 0.3, Press, Inside, Personal), new(43, 31, 0.35, 0.1, Personal) { Address = 1 }],
            [new(296, "How is life after Tarnfeld?", "><><") { Address = 1 }, new(203, "Back from the coast", "<>") { Address = 1 }]),

        new("Elif Toprakçıl", Quiet, QuietKind.OnLeave,
            [new(150, 42, 0.6, 0.25, Product, Translation)],
            [new(290, "Handover before my leave", "<><")]),

        new("Florian Questenberg", Quiet, QuietKind.HiringEnded,
            [new(112, 50, 0.5, 0.3, Hr)],
            [new(342, "Careers page: the last vacancies are filled", "<>")]),

        new("Anneliese Kirschbaumer", Quiet, QuietKind.SupplierReplaced,
            [new(156, 60, 0.55, 0.1, Print)],
            [new(409, "Customer magazine goes digital", "><>")]),

        new("Duarte Figueirinha", Quiet, QuietKind.MovedSite,
            [new(132, 36, 0.45, 0.2, Operations)],
            [new(244, "Photos from the Porto plant", "<><")]),
    ];
}
