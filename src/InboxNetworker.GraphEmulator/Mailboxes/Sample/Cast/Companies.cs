namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The outside world: name; title; addresses, where they are not simply given.surname@ the company.</summary>
internal static class Companies
{
    public const string PrivateDomain = "briefkasten.example";

    public static IEnumerable<(string Company, string Domain, bool SurnameFirst, string Table)> All =>
    [
        ("Lindwurm & Partner", "lindwurm.example", false, """
            Svenja Marquardsen; Account Director
            Tilman Oberkofel; Copywriter
            Aurelie Vasseurin; Art Director
            Kasimir Brandl-Roth; Strategist
            """),
        ("Pixelwerft", "pixelwerft.example", false, """
            Lasse Thorvikson; Project Lead
            Minh-Anh Dovan; Frontend Developer
            Janneke Zuidhof; UX Designer
            Arno Pfefferkorn; Managing Partner
            """),
        ("Hansekurier", "hansekurier.example", false, """
            Matthias Korbinger; Business Editor
            Ulrike Tannhoff; Science Editor
            Paula Wiesengrundt; Reporter
            """),
        ("Blickpunkt Media", "blickpunkt-media.example", false, """
            Caroline Duvernois; Editor; c.duvernois@hansekurier.example c.duvernois@blickpunkt-media.example
            Stefan Rauhwald; Editor in Chief
            Jasper Wennekes; Editor
            Grażyna Koziolska; Advertising
            """),
        ("Nordhafen Utilities", "nordhafen.example", true, """
            Tilde Vestergaarden; Head of Communications
            Ole Brinkmeyer; Plant Director
            Martin Sanderhoff; Technical Buyer; m.sanderhoff@nordhafen.example
            """),
        ("Stadtwerke Auenthal", "stadtwerke-auenthal.example", false, """
            Holger Dietmarsen; Head of Public Relations
            Renate Fuchsloch; Network Planning
            """),
        ("Kirschbaum Druck", "kirschbaum-druck.example", false, """
            Anneliese Kirschbaumer; Managing Director
            Detlef Rosenhagen; Prepress
            """),
        ("Aquaforum", "aquaforum.example", false, """
            Beatriz Almansoro; Programme Director
            Konstantin Weißgärber; Exhibitor Services
            Ximena Larraondo; Speaker Support
            """),
        ("Meridian Lingua", "meridian-lingua.example", false, """
            Katalin Borsodyi; Project Manager
            Etienne Grandvallet; Translator
            """),
        ("Brennweite Studio", "brennweite.example", false, """
            Milo Aschenbrandt; Photographer; milo@brennweite.example milo.aschenbrandt@briefkasten.example
            Ottilie Freudenreich; Film Editor
            """),
        ("Velstrand Institute", "velstrand-institute.example", false, """
            Ingrid Solvabakken; Head of Hydrology
            Emeka Obiorandu; Postdoctoral Researcher
            Fatou Ndiayeme; Science Communication
            """),
        ("Palisander Consulting", "palisander.example", false, """
            Dario Kessimov; Partner
            Sunniva Rolfstad; Senior Consultant
            Leander Mühlbronn; Analyst
            """),
        ("", PrivateDomain, false, """
            Ruth Abendscheiner; ; ruth.abendscheiner@briefkasten.example
            Elisa Hallberg; ; elisa.hallberg@briefkasten.example
            Joris Bakkersma; ; joris@briefkasten.example
            """),
    ];

    /// <summary>Regulars of the outside discussion list; the owner knows them only from there.</summary>
    public const string ListAuthors = """
        Wendeline Achterberg; achterberg@kommunal-pr.example
        Bastien Corvellec; b.corvellec@rivage-com.example
        Ulf Grönkvisten; ulf@gronkvisten-pr.example
        Paloma Estradera; pestradera@voznueva.example
        Hartmut Klingebieler; klingebieler@presseverein.example
        Maeve Corrigallan; maeve@lochside-media.example
        Tibor Szalontaine; t.szalontaine@dunapress.example
        Ilse Vanderstappen; ilse@vanderstappen-com.example
        Quentin Ashgrovely; q.ashgrovely@ashgrovely.example
        Nadja Perkovicz; nperkovicz@adria-text.example
        Sigurd Hallvarsson; sigurd@fjordkom.example
        Rosalie Engelstaedter; r.engelstaedter@kommunal-pr.example
        """;

    /// <summary>They want to sell something, write a few times, and nobody answers.</summary>
    public const string ColdMailers = """
        Brad Kellerstone; brad.kellerstone@leadrocketeer.example
        Ashlyn Moorecroft; ashlyn@growthpilots.example
        Sebastian Topfmüller; s.topfmueller@seminarwelt.example
        Kirsty Holloway-Pryce; kirsty@prwire-direct.example
        Devansh Malhotrane; devansh@webdevstars.example
        Vanessa Rüdigkeit; v.ruedigkeit@messebau-plus.example
        Tyler Brocksmith; tyler@videobooster.example
        Nicoletta Farnedi; nicoletta@eventlocations24.example
        Jean-Luc Bouvardin; jl.bouvardin@mediarank.example
        Simon Achterkamp; simon@intranetcloud.example
        Carmen Delossantes; carmen@influencerhub.example
        Oliver Prangenberg; o.prangenberg@coachinghaus.example
        """;
}
