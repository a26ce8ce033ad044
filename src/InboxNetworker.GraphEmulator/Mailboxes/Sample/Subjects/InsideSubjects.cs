namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Subjects of the work inside the house; one a line, words in braces are filled to fit the day.</summary>
internal static class InsideSubjects
{
    public const string Budget = """
        Budget {quarter}: where we stand
        Purchase order for {partner}
        Cost centre for the {fair} stand
        Invoice {number} still open
        Forecast {nextquarter}
        Savings proposal for {month}
        Travel costs {city}
        Media spend {month}
        Approval needed: offer from {partner}
        Budget {nextyear}: first round
        Accruals for year end
        Rebooking of invoice {number}
        Three offers for the {medium}
        Licence renewal picture database
        """;

    public const string Crisis = """
        Holding statement {city}
        Q&A version {version}
        Supply delay {product}: what do we say?
        Incident at the {city} plant: facts so far
        Who speaks if the press calls tonight
        Dark site: please test the links
        Customer complaint on social media
        Rumour about the {city} site
        Emergency contact list {year}
        Lessons learned from the crisis drill
        Water quality report: possible questions
        Statement approved
        """;

    public const string Hr = """
        Job ad: {role}
        Careers page: new photos
        Interview slots {weekday}
        Welcome text for new colleagues in {month}
        Onboarding day {month}: ten minutes about us
        Employer brand: quotes from the team
        Farewell text for the intranet
        Training request: {training}
        Interns in {quarter}
        Part-time request
        Feedback talk form {year}
        Apprentice day: photographer?
        """;

    public const string Internal = """
        Town hall {month}: running order
        Intranet article: {story}
        Questions for the town hall
        CEO letter {month}: draft
        Staff magazine: proposals for the {quarter} issue
        Please proofread: {story}
        Screens in the canteen
        Holiday cover {month}
        Editorial calendar {nextmonth}
        Input for the leadership circle
        Team day in {city}
        Talking points for Henrik
        Speech for the {fair} evening
        Survey results: how we report them
        Who covers the {weekday} meeting?
        Internal newsletter {month}: last changes
        Org change: announcement on {weekday}
        Tone of voice, page {version}
        Notes from today
        To-dos from the weekly
        Slides for the board
        Quick one about the {story}
        Interview with the {city} team
        Agenda for {weekday}
        New template for announcements
        """;

    public const string It = """
        Access to the picture archive
        Intranet migration: open pages
        Redirects after the switch
        Shared mailbox press@
        Broken links on the intranet
        New laptop for {role}
        Single sign-on for the newsroom
        Test page is up
        Permissions for the editors
        Distribution list: who maintains it?
        Analytics dashboard
        Backup of the old newsroom
        Search on the intranet finds nothing
        Maintenance window {weekday} night
        """;

    public const string Legal = """
        Photo rights {city}
        Competition terms {campaign}
        Consent form for the interviews
        Contract {partner}: clause 7
        Trademark check «{product}»
        Imprint of the {campaign} page
        Press release: is this sentence safe?
        Cookie banner wording
        NDA {partner}
        Quote by a customer: release
        Influencer contract
        Data processing agreement {partner}
        """;

    public const string Operations = """
        Photo shoot at the {city} plant
        Plant tour on {weekday}
        Safety week: posters
        Production figures for the factsheet
        Visitor group from {city}
        Sustainability report: energy data
        Delivery of the fair crates to {city}
        Open day at the plant: parking
        New line in {city}: may we show it?
        Banner for the gate
        """;

    public const string Product = """
        {product} {release}: release text
        Launch plan {product}
        Datasheet {product}: new values
        Feature list for the {product} page
        Messaging {product}
        Screenshots {product} {release}
        Beta customers for {product}
        Naming of the {product} service plan
        FAQ {product}
        Customer story {city}
        Comparison chart: still correct?
        Launch date {product} moves
        Field test {city}: quotes
        Price page {product}
        Roadmap in one picture
        What is new in {product} {release}
        Pitch deck {product}
        Tooltip texts
        """;

    public const string Sales = """
        Reference story {client}
        Slides for the {client} pitch
        Brochures for {city}
        Success story: release by {client}
        Case study {city}: figures
        Sales kit {product}
        Tender {city}: company profile
        Visit of {client} on {weekday}
        Key account event {month}
        Logo permission {client}
        One-pager {product}
        Customer quotes for the website
        Price list: new layout
        """;

    public const string Social = """
        LinkedIn post {product}
        Social plan {nextmonth}
        Reels from {city}
        Figures {month}: reach and clicks
        Comment under yesterday's post
        Carousel about {story}
        Corporate influencers: round {version}
        Hashtag for {fair}
        Video captions
        Photo of the week
        Takeover by the apprentices
        Post on {weekday} or later?
        Boost the {campaign} post?
        Community guidelines
        """;
}
