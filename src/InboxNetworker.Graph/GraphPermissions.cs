using System.Collections.Concurrent;

namespace InboxNetworker.Graph;

/// <param name="Name">Microsoft's, as <c>Mail.ReadBasic</c>.</param>
/// <param name="For">What it is for; without it, that alone does not work.</param>
/// <param name="Always">Asked for at sign-in; any other only when its feature is switched on.</param>
/// <param name="ByAdministrator">A user cannot give it alone.</param>
public sealed record GraphScope(string Name, string For, bool Always = false, bool ByAdministrator = false);

/// <summary>Every permission the product may ever ask for. The reasons, and what happens without, stand in docs/privacy.md and in the sidebar.</summary>
/// <remarks>Which operation takes which: https://learn.microsoft.com/graph/permissions-reference.</remarks>
public static class GraphPermissions
{
    public const string ReadUser = "User.Read", ReadMail = "Mail.ReadBasic", ReadCalendar = "Calendars.ReadBasic", ReadPeople = "People.Read";
    public const string WriteMail = "Mail.ReadWrite", SendMail = "Mail.Send", WriteTasks = "Tasks.ReadWrite", ReadHours = "MailboxSettings.Read";
    public const string ReadCalendarChanges = "Calendars.Read", ReadPhotos = "User.ReadBasic.All", ReadDirectory = "User.Read.All";

    private const string Resource = "https://graph.microsoft.com/";

    public static IReadOnlyList<GraphScope> All { get; } =
    [
        new(ReadMail, "who wrote to whom and when, and the subject; no text", Always: true),
        new(ReadCalendar, "who met whom and when, and the title; no text", Always: true),
        new(ReadUser, "whose mailbox it is", Always: true),
        new(ReadPeople, "names, departments and companies of people you work with", Always: true),
        new(WriteMail, "putting a draft into your Drafts folder"),
        new(SendMail, "the weekly digest, from you to yourself"),
        new(WriteTasks, "alerts as tasks in Microsoft To Do"),
        new(ReadHours, "alerts within your working hours"),
        new(ReadCalendarChanges, "hearing at once that a meeting changed"),
        new(ReadPhotos, "colleagues' photos"),
        new(ReadDirectory, "not suggesting people who have left", ByAdministrator: true),
    ];

    /// <summary>As a sign-in asks for them.</summary>
    public static string[] Least { get; } = [.. All.Where(p => p.Always).Select(p => Scope(p.Name))];

    /// <summary>As <c>https://graph.microsoft.com/Mail.ReadBasic</c>.</summary>
    public static string Scope(string name) => Resource + name;

    /// <summary>Null where the product never asks for it.</summary>
    public static GraphScope? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What the owner of one mailbox has allowed, as far as the sign-in said so.</summary>
public sealed class GrantedPermissions
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    /// <param name="scopes">With or without the resource before the name.</param>
    public void Add(IEnumerable<string> scopes)
    {
        foreach (var name in scopes.Select(s => s[(s.LastIndexOf('/') + 1)..]).Where(n => GraphPermissions.Find(n) is not null))
        {
            _names[name] = true;
        }
    }

    public bool Has(string name) => _names.ContainsKey(name);

    public void Clear() => _names.Clear();
}
