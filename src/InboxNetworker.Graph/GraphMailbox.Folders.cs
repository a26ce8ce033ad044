using Microsoft.Graph.Models;

namespace InboxNetworker.Graph;

public sealed partial class GraphMailbox
{
    private const int FolderPage = 100;

    /// <summary>Every folder at every depth, hidden ones left out.</summary>
    /// <param name="wellKnownNames">Which of them to recognise, as <c>sentitems</c>.</param>
    public async Task<GraphAnswer<IReadOnlyList<MailFolderEntry>>> FoldersAsync(IReadOnlyCollection<string> wellKnownNames, CancellationToken cancellation)
    {
        var wellKnown = await WellKnownAsync(wellKnownNames, cancellation).ConfigureAwait(false);
        if (wellKnown.Value is not { } names)
        {
            return wellKnown.As<IReadOnlyList<MailFolderEntry>>();
        }

        var folders = new List<MailFolderEntry>();
        var parents = new Queue<MailFolderEntry?>([null]);
        while (parents.TryDequeue(out var parent))
        {
            var children = await ListAsync(link => FolderPageAsync(parent?.Id, link, cancellation), p => p.Value, ReadMail, cancellation).ConfigureAwait(false);
            if (children.Problem is { Kind: GraphProblemKind.NotFound } && parent is not null)
            {
                continue; // gone since its parent was listed
            }

            if (children.Value is null)
            {
                return children.As<IReadOnlyList<MailFolderEntry>>();
            }

            foreach (var folder in children.Value.Where(f => f.Id is not null))
            {
                var entry = new MailFolderEntry(folder.Id!, folder.DisplayName ?? string.Empty, names.GetValueOrDefault(folder.Id!, parent?.WellKnownName!), folder.TotalItemCount ?? 0);
                folders.Add(entry);
                if (folder.ChildFolderCount > 0)
                {
                    parents.Enqueue(entry);
                }
            }
        }

        return new(folders, null);
    }

    /// <summary>Asks for next to nothing, as patiently as for everything: whether mail can be read at all, where one folder cannot.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation) =>
        (await connection.AskAsync(() => IdAsync(WellKnownFolders.Inbox, cancellation), ReadMail, Patience.Background, cancellation).ConfigureAwait(false)).Problem is not { Kind: GraphProblemKind.Unavailable };

    private Task<MailFolderCollectionResponse?> FolderPageAsync(string? parent, string? link, CancellationToken cancellation)
    {
        var folders = connection.Client.Me.MailFolders;
        return (parent, link) switch
        {
            (_, { } next) => folders.WithUrl(next).GetAsync(r => r.Headers.Add("Prefer", ImmutableIds), cancellation),
            (null, _) => folders.GetAsync(
                r =>
                {
                    r.QueryParameters.Top = FolderPage;
                    r.Headers.Add("Prefer", ImmutableIds);
                },
                cancellation),
            _ => folders[parent].ChildFolders.GetAsync(
                r =>
                {
                    r.QueryParameters.Top = FolderPage;
                    r.Headers.Add("Prefer", ImmutableIds);
                },
                cancellation),
        };
    }

    /// <summary>The ids behind the names that the rules for folders speak of; folders themselves do not tell.</summary>
    private async Task<GraphAnswer<Dictionary<string, string>>> WellKnownAsync(IReadOnlyCollection<string> wellKnownNames, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in wellKnownNames)
        {
            var answer = await connection.AskAsync(() => IdAsync(name, cancellation), ReadMail, Patience.Background, cancellation).ConfigureAwait(false);
            if (answer.Value?.Id is { } id)
            {
                names[id] = name;
            }
            else if (answer.Problem is { Kind: not GraphProblemKind.NotFound })
            {
                return answer.As<Dictionary<string, string>>(); // Not every mailbox has an archive or an outbox, and that is no problem.
            }
        }

        return new(names, null);
    }

    private Task<MailFolder?> IdAsync(string name, CancellationToken cancellation) => connection.Client.Me.MailFolders[name].GetAsync(
        r =>
        {
            r.QueryParameters.Select = ["id"];
            r.Headers.Add("Prefer", ImmutableIds);
        },
        cancellation);
}
