using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;

namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>What generated people, houses and letters are called; the domains can belong to nobody.</summary>
internal static class Names
{
    public static readonly IReadOnlyList<string> First = Words("""
        Anna Ben Clara David Elena Felix Greta Henrik Ines Jonas Katrin Lukas Marta Niels Olga Paul Quentin Rosa Stefan Tanja Ulrich Vera Walter Xenia
        Yannick Zoe Amara Bilal Chiara Dmitri Esther Farid Giulia Hiroshi Isabel Jakub Keiko Lars Mei Nadia Oskar Priya Rafael Sofia Tomas Uma Viktor
        Wanda Yusuf Zainab Alexander Charlotte Benjamin Margarethe
        """);

    public static readonly IReadOnlyList<string> Last = Words("""
        Albrecht Bergmann Castillo Dubois Eriksson Fischer Garcia Hoffmann Ivanova Jansen Keller Lindqvist Moreau Novak Okafor Petersen Quandt Rossi
        Schneider Tanaka Ueda Virtanen Weber Xu Yilmaz Zimmermann Andersen Brandt Costa Dvorak Engel Ferrari Gruber Haddad Iversen Jung Kowalski Lehmann
        Mueller Nguyen Olsen Park Richter Santos Torres Ulbricht Vogel Wagner Yamamoto Ziegler Becker Hartmann Krause Lange Maier Neumann Pohl Reuter
        Seidel Thiel Winter Arnold Busch Dietrich Ebert Frank Graf Horn Jahn Kraft Lorenz Marx Nagel Otto Pfeiffer Roth Sommer Stark Vetter Wolff
        """);

    public static readonly IReadOnlyList<string> Domains = Words("""
        meridian-media.example brightwater.example kestrel-logistics.example hallmark-press.example oakridge-bank.example solenta.example
        vantage-consulting.example city-of-harbourtown.example university-west.example alpine-foods.example tideline.example nordlicht-energie.example
        quill-and-page.example redbrick-studios.example pinnacle-insurance.example greenway-rail.example atlas-engineering.example opal-health.example
        summit-events.example kanzlei-am-markt.example lumen-design.example pharos-shipping.example terra-institute.example copperfield.example
        blue-orchard.example stellar-hotels.example fjord-print.example monarch-textiles.example zenith-labs.example harbour-review.example
        mail.example post.example inbox.example
        """);

    public static readonly IReadOnlyList<string> MailServers = Words("""
        AM0PR04MB1234.eurprd04.prod.outlook.example DB9PR02MB5678.eurprd02.prod.outlook.example mail-lf1-f41.post.example smtp.brightwater.example
        """);

    public static readonly IReadOnlyList<string> Machines = Words("noreply newsletter notifications info news updates billing no-reply events support");

    public static readonly IReadOnlyList<string> Titles = ["Manager", "Analyst", "Editor", "Engineer", "Team Lead", "Specialist", "Director"];

    public static readonly IReadOnlyList<string> Departments = ["Communications", "Finance", "Legal", "Operations", "Product", "Sales", "Human Resources", "IT"];

    private static readonly IReadOnlyList<string> Openings = ["Draft of the", "Questions about the", "Your", "Minutes:", "Schedule for the", "Feedback on the", "Final version of the", "Quick question on the", "Invitation to the", "Update on the"];

    private static readonly IReadOnlyList<string> Things = ["annual report", "press release", "budget", "website relaunch", "supplier contract", "customer survey", "trade fair stand", "interview with the board", "product launch", "internal newsletter", "photo shoot", "team workshop in autumn"];

    private static readonly IReadOnlyList<string> Endings = ["", "", " – next steps", " (second round)", ": who takes over?", " before the summer break", " and the open points from last week"];

    /// <summary>From 8 to about 80 letters.</summary>
    public static string Subject(int number, ref Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"{dice.Pick(Openings)} {dice.Pick(Things)} {number}{dice.Pick(Endings)}");

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
