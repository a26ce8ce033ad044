using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using Microsoft.Graph.Models;
using EmailAddress = InboxNetworker.Core.Interactions.EmailAddress;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Graph;

/// <param name="Id">The object id in the directory.</param>
/// <param name="Addresses">The primary one first; never empty.</param>
/// <param name="Company">As the directory has it; null where it has none.</param>
/// <param name="Department">As the directory has it; null where it has none.</param>
public sealed record MailboxOwner(string Id, string Name, IReadOnlyList<EmailAddress> Addresses, string? Company = null, string? Department = null);

/// <param name="Name">As the user sees it; for the user's eyes only.</param>
/// <param name="WellKnownName"><c>sentitems</c>, <c>inbox</c> …; folders below one have its name too; null for the user's own folders.</param>
public sealed record MailFolderEntry(string Id, string Name, string? WellKnownName, int TotalItems);

/// <summary>One item of a delta page.</summary>
/// <param name="Mail">The message as it is now, whole; null when it has left the folder, or has nothing to say who and when.</param>
/// <param name="Removed">It has left the folder: deleted, or moved to another one. No proof that it was never said.</param>
public sealed record MailChange(ItemId Id, MailItem? Mail, bool Removed);

/// <param name="Link">Where to go on.</param>
/// <param name="IsLast">The link is a deltaLink: this round ends here.</param>
public sealed record MailPage(IReadOnlyList<MailChange> Changes, string Link, bool IsLast);

public readonly record struct MeetingEntry(ItemId Id, MeetingItem Meeting);

/// <summary>One mailbox as the product reads it: metadata only. No request selects a body, a preview of one, or an attachment.</summary>
public sealed partial class GraphMailbox(GraphConnection connection)
{
    /// <summary>Keeps the ids of messages, meetings and folders over moves.</summary>
    internal const string ImmutableIds = "IdType=\"ImmutableId\"";

    private const string ReadUser = "User.Read", ReadMail = "Mail.ReadBasic", ReadCalendar = "Calendars.ReadBasic", ReadPeople = "People.Read", WriteMail = "Mail.ReadWrite";
    private const int PeoplePage = 1000;

    /// <summary>Whose mailbox it is. A token may outlive its account by an hour: the owner is gone then.</summary>
    public async Task<GraphAnswer<MailboxOwner>> OwnerAsync(Patience patience, CancellationToken cancellation) =>
        await AskForOwnerAsync(patience, cancellation).ConfigureAwait(false) is var answer && answer.Problem is { Kind: GraphProblemKind.NotFound }
            ? new(null, SignInProblem.Of(SignInProblem.AccountGone))
            : answer;

    private Task<GraphAnswer<MailboxOwner>> AskForOwnerAsync(Patience patience, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var me = await connection.Client.Me.GetAsync(
                r => r.QueryParameters.Select = ["id", "displayName", "mail", "userPrincipalName", "otherMails", "proxyAddresses", "companyName", "department"],
                cancellation).ConfigureAwait(false);
            var proxies = me?.ProxyAddresses?.Select(p => p.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? p[5..] : null) ?? [];
            var addresses = new[] { me?.Mail, me?.UserPrincipalName }.Concat(proxies).Concat(me?.OtherMails ?? [])
                .Select(text => EmailAddress.TryParse(text, out var address) ? address : null).OfType<EmailAddress>().Distinct().ToList();
            return me?.Id is { } id && addresses.Count > 0 ? new MailboxOwner(id, me.DisplayName ?? addresses[0].Value, addresses, me.CompanyName, me.Department) : null;
        },
        ReadUser,
        patience,
        cancellation);

    /// <summary>The owner's circle with what the directory says of it.</summary>
    public async Task<GraphAnswer<IReadOnlyList<DirectoryEntry>>> PeopleAsync(CancellationToken cancellation)
    {
        var people = await ListAsync(
            link => link is null
                ? connection.Client.Me.People.GetAsync(
                    r =>
                    {
                        r.QueryParameters.Top = PeoplePage;
                        r.QueryParameters.Select = PeopleReading.Properties;
                    },
                    cancellation)
                : connection.Client.Me.People.WithUrl(link).GetAsync(cancellationToken: cancellation),
            page => page.Value,
            ReadPeople,
            cancellation).ConfigureAwait(false);
        return people.Value is { } found ? new([.. found.Select(PeopleReading.ToEntry).OfType<DirectoryEntry>()], null) : people.As<IReadOnlyList<DirectoryEntry>>();
    }

    /// <summary>All items of a list, page by page.</summary>
    private async Task<GraphAnswer<IReadOnlyList<TItem>>> ListAsync<TPage, TItem>(
        Func<string?, Task<TPage?>> get, Func<TPage, IEnumerable<TItem>?> items, string permission, CancellationToken cancellation)
        where TPage : BaseCollectionPaginationCountResponse
    {
        var all = new List<TItem>();
        string? link = null;
        do
        {
            var answer = await connection.AskAsync(() => get(link), permission, Patience.Background, cancellation).ConfigureAwait(false);
            if (answer.Value is not { } page)
            {
                return answer.As<IReadOnlyList<TItem>>();
            }

            all.AddRange(items(page) ?? []);
            link = page.OdataNextLink;
        }
        while (link is not null);

        return new(all, null);
    }
}
