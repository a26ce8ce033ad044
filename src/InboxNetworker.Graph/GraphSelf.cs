using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using DayOfWeek = System.DayOfWeek;
using WorkingHours = InboxNetworker.Core.Alerts.WorkingHours;

namespace InboxNetworker.Graph;

/// <summary>What the mailbox says of when its owner works.</summary>
/// <param name="ZoneName">As the mailbox has it: a name of Windows or of IANA, or one of its own.</param>
public sealed record MailboxHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, string? ZoneName);

/// <summary>Whether the service has something already.</summary>
public sealed record Presence(bool IsThere);

/// <summary>What goes to the owner alone: a mail to themselves, a task, and when they work. Each asks for a permission of its own.</summary>
public sealed class GraphSelf(GraphConnection connection)
{
    public const string Send = "Mail.Send", Tasks = "Tasks.ReadWrite", Settings = "MailboxSettings.Read";

    /// <summary>As the task shows where it came from; by it and the id it is found again.</summary>
    private const string Application = "InboxNetworker", ListName = "InboxNetworker";

    private const int TasksAtOnce = 100;

    /// <summary>Working days and hours. Nobody waits for them: where they are missing, usual ones do.</summary>
    public Task<GraphAnswer<MailboxHours>> HoursAsync(CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var settings = await connection.Client.Me.MailboxSettings.GetAsync(r => r.QueryParameters.Select = ["workingHours", "timeZone"], cancellation).ConfigureAwait(false);
            return settings is null
                ? null
                : new MailboxHours(
                    [.. (settings.WorkingHours?.DaysOfWeek ?? []).OfType<DayOfWeekObject>().Select(d => Enum.Parse<DayOfWeek>(d.ToString()))],
                    Time(settings.WorkingHours?.StartTime) ?? WorkingHours.Usual.From,
                    Time(settings.WorkingHours?.EndTime) ?? WorkingHours.Usual.To,
                    settings.WorkingHours?.TimeZone?.Name ?? settings.TimeZone);
        },
        Settings,
        Patience.Person,
        cancellation);

    /// <summary>Whether somebody of the owner's organisation has left it. Where the directory may not be asked, nobody has.</summary>
    public async Task<bool> HasLeftAsync(string address, CancellationToken cancellation)
    {
        var user = await connection.AskAsync(
            () => connection.Client.Users[address].GetAsync(r => r.QueryParameters.Select = ["id", "accountEnabled"], cancellation),
            "User.Read.All",
            Patience.Person,
            cancellation).ConfigureAwait(false);
        return user.Value?.AccountEnabled == false;
    }

    /// <summary>Whether a message with this id stands anywhere in the mailbox.</summary>
    /// <param name="messageId">With its angle brackets.</param>
    public Task<GraphAnswer<Presence>> HasMessageAsync(string messageId, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var found = await connection.Client.Me.Messages.GetAsync(
                r =>
                {
                    r.QueryParameters.Filter = $"internetMessageId eq '{messageId.Replace("'", "''", StringComparison.Ordinal)}'";
                    r.QueryParameters.Select = ["id", "isDraft"];
                },
                cancellation).ConfigureAwait(false);
            return found?.Value is { } messages ? new Presence(messages.Any(m => m.IsDraft != true)) : null;
        },
        "Mail.ReadBasic",
        Patience.Person,
        cancellation);

    /// <summary>Sends a whole mail, headers and all, and keeps it among the sent ones. The service takes it and sends it a moment later.</summary>
    /// <param name="mime">As RFC 5322 and MIME have it.</param>
    public Task<GraphAnswer<Presence>> SendAsync(ReadOnlyMemory<byte> mime, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var request = connection.Client.Me.SendMail.ToPostRequestInformation(new());
            using var body = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.Span)));
            request.Headers.Remove("Content-Type"); // of the JSON it was made with
            request.SetStreamContent(body, "text/plain");
            await connection.Client.RequestAdapter.SendNoContentAsync(
                request,
                new Dictionary<string, ParsableFactory<IParsable>> { ["XXX"] = ODataError.CreateFromDiscriminatorValue },
                cancellation).ConfigureAwait(false);
            return new Presence(true);
        },
        Send,
        Patience.PersonWriting,
        cancellation);

    /// <summary>The product's own list of tasks, made when it is missing.</summary>
    /// <returns>Its id.</returns>
    public async Task<GraphAnswer<string>> TaskListAsync(CancellationToken cancellation)
    {
        var lists = await connection.AskAsync(() => connection.Client.Me.Todo.Lists.GetAsync(r => r.QueryParameters.Top = TasksAtOnce, cancellation), Tasks, Patience.Person, cancellation).ConfigureAwait(false);
        if (lists.Value is not { } known)
        {
            return lists.As<string>();
        }

        return known.Value?.FirstOrDefault(l => l.DisplayName == ListName && l.IsOwner != false)?.Id is { } id
            ? new(id, null)
            : await connection.AskAsync(
                async () => (await connection.Client.Me.Todo.Lists.PostAsync(new TodoTaskList { DisplayName = ListName }, cancellationToken: cancellation).ConfigureAwait(false))?.Id,
                Tasks,
                Patience.PersonWriting,
                cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a task with our id stands in the list.</summary>
    public async Task<GraphAnswer<Presence>> HasTaskAsync(string listId, string externalId, CancellationToken cancellation)
    {
        string? link = null;
        do
        {
            var at = link;
            var tasks = connection.Client.Me.Todo.Lists[listId].Tasks;
            var answer = await connection.AskAsync(
                () => at is not null
                    ? tasks.WithUrl(at).GetAsync(cancellationToken: cancellation)
                    : tasks.GetAsync(
                        r =>
                        {
                            r.QueryParameters.Top = TasksAtOnce;
                            r.QueryParameters.Expand = ["linkedResources"];
                        },
                        cancellation),
                Tasks,
                Patience.Person,
                cancellation).ConfigureAwait(false);
            if (answer.Value is not { } page)
            {
                return answer.As<Presence>();
            }

            if (page.Value?.Any(t => t.LinkedResources?.Any(l => l.ExternalId == externalId && l.ApplicationName == Application) == true) == true)
            {
                return new(new Presence(true), null);
            }

            link = page.OdataNextLink;
        }
        while (link is not null);

        return new(new Presence(false), null);
    }

    /// <param name="externalId">Ours; by it the task is found again.</param>
    public Task<GraphAnswer<Presence>> AddTaskAsync(string listId, string externalId, string title, string text, DateOnly due, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var made = await connection.Client.Me.Todo.Lists[listId].Tasks.PostAsync(
                new TodoTask
                {
                    Title = title,
                    Body = new ItemBody { ContentType = BodyType.Text, Content = text },
                    DueDateTime = new DateTimeTimeZone { DateTime = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{due:yyyy-MM-dd}T00:00:00"), TimeZone = "UTC" },
                    LinkedResources = [new LinkedResource { ApplicationName = Application, DisplayName = title, ExternalId = externalId }],
                },
                cancellationToken: cancellation).ConfigureAwait(false);
            return made?.Id is null ? null : new Presence(true);
        },
        Tasks,
        Patience.PersonWriting,
        cancellation);

    private static TimeOnly? Time(Microsoft.Kiota.Abstractions.Time? time) => time is { } known ? new TimeOnly(known.Hour, known.Minute) : null;
}
