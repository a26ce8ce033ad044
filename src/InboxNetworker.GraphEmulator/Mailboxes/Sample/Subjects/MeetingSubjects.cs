namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Titles of single meetings; written as <see cref="InsideSubjects"/>.</summary>
internal static class MeetingSubjects
{
    public const string Any = """
        Catch-up
        {me} / {other}
        {story}: next steps
        Short call
        Sync {weekday}
        Brainstorming {story}
        Preparation {month}
        """;

    public const string Agency = """
        Briefing {campaign}
        Layout review {campaign}
        Quarterly review {quarter}
        """;

    public const string Events = """
        {fair}: planning
        {fair}: debrief
        Site visit {city}
        Run-through evening event
        """;

    public const string Media = """
        Interview on {story}
        Background talk
        Editorial visit
        Podcast recording
        """;

    public const string Personal = """
        Lunch
        Coffee
        Walk and talk
        """;

    public const string Press = """
        Press call preparation
        Background talk {outlet}
        Interview training
        Press release {product}
        """;

    public const string Product = """
        {product}: messaging workshop
        Demo {product} {release}
        Launch review {product}
        """;

    public const string Relaunch = """
        Navigation workshop
        Sprint {version} demo
        Content audit
        Acceptance test
        """;

    public const string Money = """
        Budget {quarter}
        Forecast {nextquarter}
        Offers for the {medium}
        """;
}
