namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Post from addresses nobody sits behind, or from no one in particular.</summary>
/// <param name="PerWeek">1 and less: on one weekday, at one hour.</param>
/// <param name="OtherAddress">It goes to the owner's second address.</param>
internal sealed record Bulletin(string Name, string Address, NoiseKind Kind, double PerWeek, string Subjects, bool OtherAddress = false);

internal static class Bulletins
{
    public static readonly IReadOnlyList<Bulletin> All =
    [
        new("Communicators' Weekly", "newsletter@communicators-weekly.example", NoiseKind.Newsletter, 1, "Five reads for your {weekday}\nWhat {outlet} gets right about water\nWhy town halls fail, and how yours will not\nThe {month} issue: trust\nTen headlines we loved in {month}\nSmall teams, big voices\nIs the press release dead?"),
        new("Wasser & Technik", "redaktion@news.wasser-technik.example", NoiseKind.Newsletter, 0.5, "Wasser & Technik: {story}\nNeues aus {city}\nThema der Woche: {story}\nPumpen, Preise, Personalien\nVorschau {fair}"),
        new("Aquaforum News", "news@mail.aquaforum.example", NoiseKind.Newsletter, 0.5, "{fair}: first speakers announced\nEarly bird ends on {weekday}\nLook back at {month}\nMeet the exhibitors from {city}"),
        new("Design Crumbs", "hello@designcrumbs.example", NoiseKind.Newsletter, 0.5, "Twelve typefaces for {month}\nColour systems that age well\nPortfolio of the week\nGrids, gutters, grace"),
        new("The Internal Comms Digest", "digest@ic-digest.example", NoiseKind.Newsletter, 0.5, "Digest {month}: hybrid town halls\nDigest: channels nobody reads\nDigest: measuring what matters\nDigest: {story}", OtherAddress: true),
        new("Hansekurier Morgenlage", "morgenlage@abo.hansekurier.example", NoiseKind.Newsletter, 0.5, "Morgenlage am {weekday}\nDer Hafen, die Stadt, das Wasser\nWas heute wichtig wird\nStreit um {story}"),
        new("Schreibwerkstatt", "post@schreibwerkstatt-brief.example", NoiseKind.Newsletter, 0.25, "Schreibtipp {month}\nKurze Sätze, klare Köpfe\nVerben statt Substantive"),
        new("Velstrand Institute", "newsletter@velstrand-institute.example", NoiseKind.Newsletter, 0.25, "Research letter {month} {year}\nNew publications on {story}\nOpen positions and events"),
        new("StockPixel", "offers@stockpixel.example", NoiseKind.Newsletter, 0.3, "20% off until {weekday}\nFresh pictures: rivers and rain\nYour credits expire in {nextmonth}", OtherAddress: true),
        new("Railway Bonus", "bonus@mail.railway-bonus.example", NoiseKind.Newsletter, 0.25, "Your points in {month}\nWeekend trips from Hamburg\nDouble points to {city}"),

        new("Tarnfeld Intranet", "no-reply@intranet.tarnfeld.example", NoiseKind.NoReply, 0.6, "New comment on «{story}»\nYour page was published\nReminder: review «{story}»\nWeekly statistics of your pages"),
        new("Travel and Expenses", "noreply@expenses.tarnfeld.example", NoiseKind.NoReply, 0.52, "Expense report {number} approved\nExpense report {number}: receipt missing\nTrip to {city}: please submit your report\nPayment on its way"),
        new("Press Monitor", "alerts@pressmonitor.example", NoiseKind.NoReply, 0.83, "Press monitor: {city}\nPress monitor: 3 new hits for «Tarnfeld»\nPress monitor: 7 new hits for «Tarnfeld»\nPress monitor: «{product}»\nWeekly clippings"),
        new("Board", "notifications@taskwall.example", NoiseKind.NoReply, 0.6, "[Taskwall] You were mentioned in «{campaign}»\n[Taskwall] Due tomorrow: {medium}\n[Taskwall] 4 cards moved in «{campaign}»\n[Taskwall] New card: {story}"),
        new("Learning Portal", "do-not-reply@learning.tarnfeld.example", NoiseKind.NoReply, 0.22, "Mandatory training: data protection {year}\nYour certificate: {training}\nReminder: occupational safety"),
        new("Mail Delivery System", "postmaster@tarnfeld.example", NoiseKind.NoReply, 0.1, "Undeliverable: Press release: {product} {release}\nUndeliverable: {campaign}: key messages"),

        new("IT Service Desk", "servicedesk@tarnfeld.example", NoiseKind.Role, 0.38, "[INC-{number}] Your ticket was solved\n[INC-{number}] We need more information\nMaintenance window {weekday}, 20:00 to 22:00"),
        new("HR Tarnfeld", "hr@tarnfeld.example", NoiseKind.Role, 0.26, "Payslip {month} is ready\nFlu vaccination: dates\nBike leasing: new conditions\nPlease plan your leave for {nextyear}"),
        new("Info Wasserbund", "info@wasserbund.example", NoiseKind.Role, 0.22, "Members' circular {month}\nComments on the draft act by {weekday}\nInvitation: general assembly {year}"),
        new("Support Newsroom", "support@newsroom-suite.example", NoiseKind.Role, 0.19, "Re: Case {number}\nRelease notes {release}\nYour contract renews in {nextmonth}"),
        new("Press Tarnfeld", "press@tarnfeld.example", NoiseKind.Role, 0.45, "Fwd: Query of {outlet}\nFwd: Request for pictures {city}\nFwd: Interview on {story}"),
        new("Buchhaltung Kirschbaum Druck", "rechnung@kirschbaum-druck.example", NoiseKind.Role, 0.11, "Rechnung {number}\nZahlungserinnerung {number}"),
    ];

    public const string ColdFirst = "Quick question, Ines\nMore reach for Tarnfeld\nIdea for your communications team\nYour website\n15 minutes next week?\nHow others in the water sector do it\nPartnership with Tarnfeld";

    public const string ColdNext = "Following up\nRe: Quick question, Ines\nDid you see my last mail?\nShould I close your file?\nAm I talking to the right person?\nLast try";

    public const string Junk = "Your parcel is waiting\nYou have won a kitchen robot\nInvoice overdue: act now\nCheap toner\nUnlock your mailbox\nCrypto seminar, only today\nYour SEO score is bad\nBusiness loan in 24 hours\nDear winner\nRolex-like watches";

    public static readonly IReadOnlyList<Recipient> JunkSenders =
    [
        new("Parcel Center", "track@parcel-notice.example"), new("Winner Department", "prize@lucky-draw.example"), new("Mailbox Admin", "admin@secure-mailcheck.example"),
        new("Toner King", "deals@tonerking.example"), new("Loan Desk", "loan@fastcredit.example"), new("SEO Audit", "audit@rankdoctor.example"),
    ];

    public const string StaffNews = "Car park closed on {weekday}\nNew canteen menu in {month}\nTarnfeld in {outlet}\nBlood donation in {month}\nWelcome to our new colleagues\nResults {quarter}\nOffice closed on the bridge day\nFire drill on {weekday}\nLost and found: grey umbrella\nChange on the management board\nSummer party: sign up";

    public const string TeamNews = "Who has the camera?\nCake in the kitchen\nWorking from home on {weekday}\nTeam calendar {nextmonth}\nNew picture archive\nDesk plan\nReading tip: {story}\nTeam lunch {weekday}\nHandover before my holidays";

    public const string Forum = "Which tool for press lists?\nExperience with staff apps\nSalary survey {year}\nAccessible PDFs: who does it well?\nMeet-up in {city}\nQuestion on embargoes\nPodcast equipment\nMeasuring internal reach\nFreelance photographer in {city}?\nGender-neutral language guide\nCrisis drill: scenarios wanted\nJob: press officer in {city}";

    public const string Mass = "Please register for the {fair} evening\nTravel policy: what changes\nVisitor groups in {month}\nParking during the works at gate 2\nSales kick-off {nextyear}: programme\nMinutes of the site meeting\nSwap of meeting rooms\nCollection for the farewell present";

    public const string OwnMass = "Editorial dates {quarter}\nPlease send your stories for {nextmonth}\nNew wording guide for everyone who writes\nTown hall {month}: questions in advance\nSocial media: who joins in?";
}
