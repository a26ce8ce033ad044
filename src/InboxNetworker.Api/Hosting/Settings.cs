using InboxNetworker.Graph;
using Microsoft.Extensions.Options;

namespace InboxNetworker.Api.Hosting;

public enum Mode
{
    /// <summary>The emulator with a sample mailbox or a mailbox file; nobody signs in; loopback only.</summary>
    Demo,

    /// <summary>One person's own mailbox on their own computer: they sign in, and nobody else can reach the program.</summary>
    Personal,

    /// <summary>A company's: everybody signs in in Outlook, and sees their own mailbox alone.</summary>
    Organisation,
}

internal static class Modes
{
    /// <summary>For one person, on this computer alone.</summary>
    public static bool IsLocal(this Mode mode) => mode != Mode.Organisation;
}

/// <summary>The section <c>InboxNetworker</c>.</summary>
public sealed class Settings
{
    public const string Section = "InboxNetworker";

    public Mode Mode { get; set; } = Mode.Demo;

    public DemoSettings Demo { get; set; } = new();

    public ReadingSettings Reading { get; set; } = new();

    public StoreSettings Store { get; set; } = new();

    public NotificationSettings Notifications { get; set; } = new();

    public WriterSettings Writer { get; set; } = new();

    public SignInSettings SignIn { get; set; } = new();

    public KeysSettings Keys { get; set; } = new();

    public GraphSettings Graph { get; set; } = new();

    public LimitSettings Limits { get; set; } = new();
}

public enum WriterKind
{
    /// <summary>Drafts are written by templates alone.</summary>
    None,

    /// <summary>A model on this computer or another one: https://ollama.com.</summary>
    Ollama,

    AzureOpenAI,
}

/// <summary>The optional AI writer of drafts; docs/privacy.md says what it is given.</summary>
public sealed class WriterSettings
{
    public const int MinTimeoutSeconds = 1, MaxTimeoutSeconds = 120;

    public WriterKind Kind { get; set; } = WriterKind.None;

    /// <summary>As <c>http://localhost:11434</c>, or <c>https://NAME.openai.azure.com</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name, or the deployment's.</summary>
    public string? Model { get; set; }

    /// <summary>Of Azure OpenAI. Better in the environment than in a file: <c>InboxNetworker__Writer__Key</c>.</summary>
    public string? Key { get; set; }

    /// <summary>So long an answer is waited for before the template's text is taken.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}

public sealed class NotificationSettings
{
    /// <summary>Under which https address the service reaches this program, as <c>https://network.example.com</c>; null when it cannot: changes are found by asking.</summary>
    public Uri? PublicUrl { get; set; }
}

public sealed class StoreSettings
{
    /// <summary>The database file. Null: in Demo mode one in a temporary folder that goes when the program does, in Personal mode one in the user's own data folder.</summary>
    public string? File { get; set; }

    public const int MinBusySeconds = 1, MaxBusySeconds = 600;

    /// <summary>How long to wait for another program that has the database open.</summary>
    public int BusySeconds { get; set; } = 30;
}

public sealed class DemoSettings
{
    /// <summary>A mailbox file; null shows the sample mailbox.</summary>
    public string? Mailbox { get; set; }

    /// <summary>The owner's addresses, separated by semicolons; null looks into owners.tsv beside the file.</summary>
    public string? Owner { get; set; }

    /// <summary>As <c>2001-06-01</c>; null for the last day in the file.</summary>
    public string? AsOf { get; set; }

    /// <summary>An emulator that runs elsewhere; null hosts one in this process.</summary>
    public string? Graph { get; set; }
}

public sealed class ReadingSettings
{
    public const int MinPageSize = 1, MaxPageSize = 1000, MinIntervalMinutes = 1, MaxIntervalMinutes = 1440, MinHistoryDays = 30, MaxHistoryDays = 36500;

    /// <summary>Messages asked for at once.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>Between two readings.</summary>
    public int IntervalMinutes { get; set; } = 10;

    /// <summary>How far back meetings are read. Mail is read back to the first one.</summary>
    public int HistoryDays { get; set; } = 3650;

    /// <summary>Well-known names of the folders that are not read, separated by semicolons; with everything below them.</summary>
    public string LeaveOut { get; set; } = string.Join(';', WellKnownFolders.NotRead);

    internal IReadOnlyList<string> FoldersLeftOut => [.. LeaveOut.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

internal static class SettingsSetup
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<Settings>().BindConfiguration(Settings.Section);
        var section = builder.Configuration.GetSection(Settings.Section);
        CheckMode(section["Mode"]);
        CheckRange(section, "Reading:PageSize", ReadingSettings.MinPageSize, ReadingSettings.MaxPageSize);
        CheckRange(section, "Reading:IntervalMinutes", ReadingSettings.MinIntervalMinutes, ReadingSettings.MaxIntervalMinutes);
        CheckRange(section, "Reading:HistoryDays", ReadingSettings.MinHistoryDays, ReadingSettings.MaxHistoryDays);
        CheckRange(section, "Store:BusySeconds", StoreSettings.MinBusySeconds, StoreSettings.MaxBusySeconds);
        CheckRange(section, "Writer:TimeoutSeconds", WriterSettings.MinTimeoutSeconds, WriterSettings.MaxTimeoutSeconds);
        CheckRange(section, "Limits:RequestsPerMinute", LimitSettings.MinRequestsPerMinute, LimitSettings.MaxRequestsPerMinute);
        CheckPublicUrl(section["Notifications:PublicUrl"]);
        CheckFolders(section["Reading:LeaveOut"]);
        CheckWriter(section.GetSection("Writer"));
        SignInChecks.Check(section);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<Settings>>().Value);
    }

    private static void CheckMode(string? value)
    {
        if (value is not null && !(Enum.TryParse<Mode>(value, ignoreCase: true, out var mode) && Enum.IsDefined(mode)))
        {
            throw new StartException($"{Settings.Section}:Mode is «{value}»; it can be: {string.Join(", ", Enum.GetNames<Mode>())}.");
        }
    }

    private static void CheckPublicUrl(string? value)
    {
        if (value is not null && !(Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.PathAndQuery == "/"))
        {
            throw new StartException($"{Settings.Section}:Notifications:PublicUrl is «{value}»; it can be an https address without a path, as https://network.example.com (or http on this computer, for trying it with an emulator).");
        }
    }

    private static void CheckFolders(string? value)
    {
        foreach (var name in new ReadingSettings { LeaveOut = value ?? string.Empty }.FoldersLeftOut.Where(name => !WellKnownFolders.CanBeLeftOut.Contains(name)))
        {
            throw new StartException($"{Settings.Section}:Reading:LeaveOut names «{name}»; it can be any of: {string.Join(", ", WellKnownFolders.CanBeLeftOut)}.");
        }
    }

    private static void CheckWriter(IConfigurationSection writer)
    {
        if (writer["Kind"] is not { } value)
        {
            return;
        }

        if (!(Enum.TryParse<WriterKind>(value, ignoreCase: true, out var kind) && Enum.IsDefined(kind)))
        {
            throw new StartException($"{Settings.Section}:Writer:Kind is «{value}»; it can be: {string.Join(", ", Enum.GetNames<WriterKind>())}.");
        }

        if (kind == WriterKind.None)
        {
            return;
        }

        if (!(Uri.TryCreate(writer["Endpoint"], UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
        {
            throw new StartException($"{Settings.Section}:Writer:Endpoint is «{writer["Endpoint"]}»; it can be an https address, as https://NAME.openai.azure.com, or http on this computer, as http://localhost:11434.");
        }

        foreach (var key in kind == WriterKind.AzureOpenAI ? new[] { "Model", "Key" } : ["Model"])
        {
            if (string.IsNullOrWhiteSpace(writer[key]))
            {
                throw new StartException($"{Settings.Section}:Writer:{key} is not set; {kind} needs one.");
            }
        }
    }

    private static void CheckRange(IConfigurationSection section, string key, int min, int max)
    {
        if (section[key] is { } value && !(int.TryParse(value, out var number) && number >= min && number <= max))
        {
            throw new StartException($"{Settings.Section}:{key} is «{value}»; it can be a whole number from {min} to {max}.");
        }
    }
}
