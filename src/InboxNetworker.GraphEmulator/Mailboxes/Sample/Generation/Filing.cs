namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The owner's folders, and what goes where as it ages.</summary>
internal static class Filing
{
    public const string Inbox = "inbox";
    public const string Sent = "sent";
    public const string Drafts = "drafts";

    private const string Deleted = "deleted";
    private const string Junk = "junk";
    private const string Archive = "archive";
    private const string Projects = "projects";
    private const string WebsiteRelaunch = "projects-relaunch";
    private const string Campaigns = "projects-campaigns";
    private const string Newsletters = "newsletters";
    private const string Press = "press";

    public static readonly IReadOnlyList<Folder> Folders =
    [
        new(Inbox, "Inbox", "inbox"),
        new(Sent, "Sent Items", "sentitems"),
        new(Drafts, "Drafts", "drafts"),
        new(Deleted, "Deleted Items", "deleteditems"),
        new(Junk, "Junk Email", "junkemail"),
        new(Archive, "Archive", "archive"),
        new("outbox", "Outbox", "outbox"),
        new(Projects, "Projects"),
        new(WebsiteRelaunch, "Website relaunch", ParentKey: Projects),
        new(Campaigns, "Campaigns", ParentKey: Projects),
        new(Newsletters, "Newsletters"),
        new(Press, "Press"),
    ];

    /// <summary>One folder, or two when the owner keeps a copy with a project.</summary>
    public static IReadOnlyList<string> FoldersOf(Letter letter, int ageInDays, ref Dice dice)
    {
        if (letter.From.Address == Cast.Me.Address)
        {
            return letter.Drawer == Drawer.List ? [Sent, ageInDays > 400 ? Archive : Inbox]
                : letter.Topic == Topic.Relaunch && dice.Chance(0.08) ? [Sent, WebsiteRelaunch]
                : [Sent];
        }

        return letter.Drawer switch
        {
            Drawer.Junk => [Junk],
            Drawer.Newsletter when Dice.For(letter.From.Address).Chance(0.6) => [Newsletters],
            Drawer.Newsletter or Drawer.Notification => ageInDays > 30 && dice.Chance(0.35) ? [Deleted] : [ByAge(ageInDays, ref dice)],
            Drawer.Invitation => ageInDays > 1 && dice.Chance(0.6) ? [Deleted] : [ByAge(ageInDays, ref dice)],
            _ => Correspondence(letter, ageInDays, ref dice),
        };
    }

    public static bool IsRead(Letter letter, string folder, int ageInDays, ref Dice dice) =>
        folder == Sent
        || !dice.Chance(letter.Drawer switch
        {
            Drawer.Junk => 0.9,
            Drawer.Newsletter => 0.4,
            _ => ageInDays switch { <= 3 => 0.35, <= 6 => 0.1, _ => 0 },
        });

    private static string[] Correspondence(Letter letter, int ageInDays, ref Dice dice)
    {
        var home = ByAge(ageInDays, ref dice);
        var project = letter.Topic switch
        {
            Topic.Relaunch => WebsiteRelaunch,
            Topic.Campaign or Topic.Agency => Campaigns,
            Topic.Press => Press,
            _ => null,
        };
        return project is null || ageInDays < 10 ? [home]
            : dice.Next() switch { < 0.35 => [project], < 0.47 => [home, project], _ => [home] };
    }

    private static string ByAge(int ageInDays, ref Dice dice) =>
        dice.Chance(ageInDays switch { > 500 => 0.9, > 200 => 0.4, > 60 => 0.15, _ => 0 }) ? Archive : Inbox;
}
