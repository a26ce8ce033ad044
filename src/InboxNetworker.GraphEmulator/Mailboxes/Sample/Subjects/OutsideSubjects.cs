namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Subjects of the work with the outside, and of life; written as <see cref="InsideSubjects"/>.</summary>
internal static class OutsideSubjects
{
    public const string Agency = """
        {campaign}: layout round {version}
        Offer {number}
        Media plan {quarter}
        {campaign}: claim alternatives
        Briefing {campaign}
        Timing until {nextmonth}
        Banner sizes
        Final artwork {campaign}
        Reporting {month}
        Ad in the {fair} guide
        Creative workshop in {city}
        Key visual: second direction
        Invoice {number}
        Status {weekday}
        Retainer {nextyear}
        Copy for the landing page
        """;

    public const string Campaign = """
        {campaign}: where are we?
        {campaign}: target groups
        Launch of {campaign} on {weekday}
        Storyline {campaign}
        Testimonial for {campaign}
        Results {campaign}
        Budget split {campaign}
        Landing page {campaign}
        Slogan: final vote
        Key messages {year}
        Concept paper, version {version}
        Photo selection {campaign}
        {campaign}: what we learned
        Calendar {quarter}
        """;

    public const string Client = """
        Joint press release {city}
        Anniversary of your waterworks
        Visit on {weekday}
        Film about the {city} plant
        Quote for the annual report
        Pilot {product}: results for the press
        Customer magazine: your article
        Case study {city}: your corrections
        Photo permission {city}
        Invitation to the user day in {month}
        Regional press in {city}
        Communication plan for the changeover
        """;

    public const string Events = """
        {fair}: stand design
        {fair}: speakers
        {fair}: badges
        User day {month}: list of guests
        Catering for {weekday}
        Venue in {city}
        Programme {fair}
        Moderator for the panel
        Save the date: {fair}
        Hotel rooms {city}
        Giveaways
        Technical rehearsal {weekday}
        Evening event {city}
        Feedback after {fair}
        Stage plan
        Run of show, version {version}
        """;

    public const string Film = """
        Rough cut {city}
        Shooting day {weekday}
        Image film: music
        Selection portraits {month}
        Subtitles {product} clip
        Drone permit {city}
        Contact sheet
        Trailer {fair}
        Thumbnail
        Retouched pictures
        Storyboard, version {version}
        Speaker voice
        """;

    public const string Media = """
        Interview on {story}
        Background talk in {city}
        Figures on {story}
        Pictures for the article
        Quote on {story}
        Publication date
        Article on {story}: fact check
        Query: {story}
        Guest article on {story}
        Deadline {weekday}
        Podcast on {story}
        Embargo until {weekday}
        Expert for {story}?
        Special issue {month}
        Visit to the {city} plant
        """;

    public const string Personal = """
        Lunch on {weekday}?
        Coffee next week?
        Happy birthday!
        Your recommendation
        Concert in {month}
        Thank you
        Photos from the weekend
        Running on {weekday}
        That article
        Congratulations!
        How are you?
        Train to {city}
        The book you mentioned
        Summer plans
        """;

    public const string Press = """
        Press release: {product} {release}
        Interview request {outlet}
        Background talk in {city}
        Figures for your article
        Picture for {outlet}
        Embargo until {weekday}
        Quote on {story}
        Factsheet {product}
        Press review {month}
        Correction to yesterday's article
        Guest article {outlet}
        Annual figures: press call
        Deadline {weekday}
        Query: {story}
        Op-ed on {story}
        Podcast invitation
        """;

    public const string Print = """
        Proofs {medium}
        Print run {medium}
        Paper samples
        {medium}: cover
        Delivery {city}
        Corrections pages 4 to {version}8
        Imposition scheme
        {medium}: reprint
        Offer {number}
        Business cards
        Approved for print: {medium}
        Colours on recycled paper
        """;

    public const string Relaunch = """
        Website relaunch: sprint {version} review
        Navigation: two variants
        Content migration: batch {version}
        Start page: teaser texts
        Search results page
        Templates for product pages
        Broken form on staging
        Page speed
        Tracking concept
        Redirect list
        Accessibility findings
        Newsroom module
        Contact page {city}
        Sitemap, version {version}
        Mobile menu
        Open points from {weekday}
        Images too heavy
        Style guide components
        """;

    public const string Research = """
        White paper: {story}
        Study on {story}
        Press release with the institute
        Data for the infographic
        Panel in {city}
        Joint proposal: communication package
        Summer school {year}
        Review comments chapter {version}
        Quote from the researchers
        Fact check {story}
        Field station {city}: visit
        """;

    public const string Translation = """
        {product} page in {language}
        Glossary update
        Quote for {language}
        Delivery {language}
        {medium} in {language}
        Proofreading {language} by {weekday}
        Rush job: press release in {language}
        Terminology: «{product}»
        Subtitles in {language}
        Job {number}
        """;
}
