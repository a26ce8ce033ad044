using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using Microsoft.Graph.Models;
using EmailAddress = InboxNetworker.Core.Interactions.EmailAddress;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Graph;

/// <param name="Id">The object id in the directory.</param>
/// <param name="Addresses">The primary one first; never empty.</param>
public sealed record MailboxOwner(string Id, string Name, IReadOnlyList<EmailAddress> Addresses);

/// <param name="WellKnownName"><c>sentitems</c>, <c>inbox</c> …; folders below one have its name too; null for the user's own folders.</param>
public sealed record MailFolderEntry(string Id, string? WellKnownName, int TotalItems);

/// <param name="Received">Number of items on the page, removals included.</param>
/// <param name="Link">Where to go on.</param>
/// <param name="IsLast">The link is a deltaLink: this round ends here.</param>
public sealed record MailPage(IReadOnlyList<MailItem> Items, int Received, string Link, bool IsLast);

public sealed record MeetingWindow(IReadOnlyList<MeetingItem> Meetings);

/// <param name="WebLink">Opens it in Outlook on the web; null when the service gives none.</param>
public sealed record SavedDraft(string Id, string? WebLink);

/// <summary>One mailbox as the product reads it: metadata only. No request selects a body, a preview of one, or an attachment.</summary>
public sealed class GraphMailbox(GraphConnection connection)
{
    /// <summary>Keeps the ids of messages and folders over moves.</summary>
    internal const string ImmutableIds = "IdType=\"ImmutableId\"";

    private const int FolderPage = 100;
    private const int PeoplePage = 1000;

    public Task<GraphAnswer<MailboxOwner>> OwnerAsync(CancellationToken cancellation) => GraphAnswer.AskAsync(
        async () =>
        {
            var me = await connection.Client.Me.GetAsync(
                r => r.QueryParameters.Select = ["id", "displayName", "mail", "userPrincipalName", "otherMails", "proxyAddresses"],
                cancellation).ConfigureAwait(false);
            var proxies = me?.ProxyAddresses?.Select(p => p.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? p[5..] : null) ?? [];
            var addresses = new[] { me?.Mail, me?.UserPrincipalName }.Concat(proxies).Concat(me?.OtherMails ?? [])
                .Select(text => EmailAddress.TryParse(text, out var address) ? address : null).OfType<EmailAddress>().Distinct().ToList();
            return me?.Id is { } id && addresses.Count > 0 ? new MailboxOwner(id, me.DisplayName ?? addresses[0].Value, addresses) : null;
        },
        cancellation);

    /// <summary>Every folder at every depth, hidden ones left out.</summary>
    public Task<GraphAnswer<IReadOnlyList<MailFolderEntry>>> FoldersAsync(CancellationToken cancellation) => GraphAnswer.AskAsync<IReadOnlyList<MailFolderEntry>>(
        async () =>
        {
            var wellKnown = await WellKnownAsync(cancellation).ConfigureAwait(false);
            var folders = new List<MailFolderEntry>();
            var parents = new Queue<MailFolderEntry?>([null]);
            while (parents.TryDequeue(out var parent))
            {
                var page = parent is null
                    ? await connection.Client.Me.MailFolders.GetAsync(
                        r =>
                        {
                            r.QueryParameters.Top = FolderPage;
                            r.Headers.Add("Prefer", ImmutableIds);
                        },
                        cancellation).ConfigureAwait(false)
                    : await connection.Client.Me.MailFolders[parent.Id].ChildFolders.GetAsync(
                        r =>
                        {
                            r.QueryParameters.Top = FolderPage;
                            r.Headers.Add("Prefer", ImmutableIds);
                        },
                        cancellation).ConfigureAwait(false);
                while (page is not null)
                {
                    foreach (var folder in (page.Value ?? []).Where(f => f.Id is not null))
                    {
                        var entry = new MailFolderEntry(folder.Id!, wellKnown.GetValueOrDefault(folder.Id!, parent?.WellKnownName!), folder.TotalItemCount ?? 0);
                        folders.Add(entry);
                        if (folder.ChildFolderCount > 0)
                        {
                            parents.Enqueue(entry);
                        }
                    }

                    page = page.OdataNextLink is { } next
                        ? await connection.Client.Me.MailFolders.WithUrl(next).GetAsync(r => r.Headers.Add("Prefer", ImmutableIds), cancellation).ConfigureAwait(false)
                        : null;
                }
            }

            return folders;
        },
        cancellation);

    /// <summary>One page of a folder's changes.</summary>
    /// <param name="link">From the page before; null begins from nothing, newest first.</param>
    public Task<GraphAnswer<MailPage>> MessagesAsync(string folderId, string? link, int pageSize, CancellationToken cancellation) => GraphAnswer.AskAsync(
        async () =>
        {
            var delta = connection.Client.Me.MailFolders[folderId].Messages.Delta;
            var page = await (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync(
                r =>
                {
                    r.Headers.Add("Prefer", ImmutableIds, $"odata.maxpagesize={pageSize}");
                    if (link is null)
                    {
                        r.QueryParameters.Select = MessageReading.Properties;
                        r.QueryParameters.Orderby = ["receivedDateTime desc"];
                    }
                },
                cancellation).ConfigureAwait(false);
            return page is { Value: { } messages } && (page.OdataNextLink ?? page.OdataDeltaLink) is { } next
                ? new MailPage([.. messages.Select(MessageReading.ToItem).OfType<MailItem>()], messages.Count, next, page.OdataNextLink is null)
                : null;
        },
        cancellation);

    /// <summary>Every meeting that touches the window, series expanded. The service refuses windows of more than 1,825 days.</summary>
    public Task<GraphAnswer<MeetingWindow>> MeetingsAsync(DateTimeOffset from, DateTimeOffset to, int pageSize, CancellationToken cancellation) => GraphAnswer.AskAsync(
        async () =>
        {
            var meetings = new List<MeetingItem>();
            var page = await connection.Client.Me.CalendarView.GetAsync(
                r =>
                {
                    r.QueryParameters.StartDateTime = MeetingReading.Time(from);
                    r.QueryParameters.EndDateTime = MeetingReading.Time(to);
                    r.QueryParameters.Select = MeetingReading.Properties;
                    r.QueryParameters.Top = pageSize;
                    r.Headers.Add("Prefer", ImmutableIds);
                },
                cancellation).ConfigureAwait(false);
            while (page is not null)
            {
                meetings.AddRange((page.Value ?? []).Select(MeetingReading.ToItem).OfType<MeetingItem>());
                page = page.OdataNextLink is { } next
                    ? await connection.Client.Me.CalendarView.WithUrl(next).GetAsync(r => r.Headers.Add("Prefer", ImmutableIds), cancellation).ConfigureAwait(false)
                    : null;
            }

            return new MeetingWindow(meetings);
        },
        cancellation);

    /// <summary>The owner's circle with what the directory says of it.</summary>
    public Task<GraphAnswer<IReadOnlyList<DirectoryEntry>>> PeopleAsync(CancellationToken cancellation) => GraphAnswer.AskAsync<IReadOnlyList<DirectoryEntry>>(
        async () =>
        {
            var entries = new List<DirectoryEntry>();
            var page = await connection.Client.Me.People.GetAsync(
                r =>
                {
                    r.QueryParameters.Top = PeoplePage;
                    r.QueryParameters.Select = PeopleReading.Properties;
                },
                cancellation).ConfigureAwait(false);
            while (page is not null)
            {
                entries.AddRange((page.Value ?? []).Select(PeopleReading.ToEntry).OfType<DirectoryEntry>());
                page = page.OdataNextLink is { } next
                    ? await connection.Client.Me.People.WithUrl(next).GetAsync(cancellationToken: cancellation).ConfigureAwait(false)
                    : null;
            }

            return entries;
        },
        cancellation);

    /// <summary>Puts a mail into the Drafts folder. It is never sent from here.</summary>
    public Task<GraphAnswer<SavedDraft>> SaveDraftAsync(Participant to, string subject, string html, CancellationToken cancellation) => GraphAnswer.AskAsync(
        async () =>
        {
            var saved = await connection.Client.Me.Messages.PostAsync(
                new Message
                {
                    Subject = subject,
                    Body = new ItemBody { ContentType = BodyType.Html, Content = html },
                    ToRecipients = [new Recipient { EmailAddress = new() { Name = to.Name, Address = to.Address.Value } }],
                },
                r => r.Headers.Add("Prefer", ImmutableIds),
                cancellation).ConfigureAwait(false);
            return saved?.Id is { } id ? new SavedDraft(id, saved.WebLink) : null;
        },
        cancellation);

    /// <summary>The ids behind the names that the rules for folders speak of; folders themselves do not tell.</summary>
    private async Task<Dictionary<string, string>> WellKnownAsync(CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in WellKnownFolders.All)
        {
            try
            {
                var folder = await connection.Client.Me.MailFolders[name].GetAsync(
                    r =>
                    {
                        r.QueryParameters.Select = ["id"];
                        r.Headers.Add("Prefer", ImmutableIds);
                    },
                    cancellation).ConfigureAwait(false);
                if (folder?.Id is { } id)
                {
                    names[id] = name;
                }
            }
            catch (Microsoft.Graph.Models.ODataErrors.ODataError error) when (error.ResponseStatusCode == 404)
            {
                // Not every mailbox has an archive or an outbox.
            }
        }

        return names;
    }
}
