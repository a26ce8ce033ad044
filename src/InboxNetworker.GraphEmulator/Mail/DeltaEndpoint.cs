using System.Globalization;
using System.Text.RegularExpressions;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Change tracking over the messages of one folder.</summary>
internal static partial class DeltaEndpoint
{
    /// <summary>With a <c>$filter</c> the service tracks no more messages than this.</summary>
    public const int FilteredLimit = 5000;

    public static void MapDelta(this IEndpointRouteBuilder owner) => owner.MapGet("/mailFolders/{folder}/messages/delta", Get);

    private static IResult Get(HttpContext http, MailboxStore mailbox, string folder)
    {
        if (!mailbox.Mail.TryFindFolder(folder, out var found))
        {
            return FolderEndpoints.NotFound(mailbox, folder);
        }

        var failed = Start(http.Request, mailbox, found, out var state);
        if (failed is not null)
        {
            return failed;
        }

        if (!MessageShape.Shape.TrySelect(state!.Select, out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        var pageSize = Math.Min(wire.Preferences.MaxPageSize ?? Page.DefaultSize, MessageEndpoints.MaxPageSize);
        var names = selection.Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var page = new FolderChanges(found.Contents, names, mailbox.Mail.Quirks).Read(state, pageSize);
        if (page.Next.RoundEnded)
        {
            mailbox.Mail.Told(found, page.Next.Since);
        }

        http.Response.Headers[GraphHeaders.PreferenceApplied] = Applied(wire.Preferences);

        var writeMessage = MessageShape.Writer(selection, alwaysTyped: true);
        var link = $"{wire.Mine}/mailFolders('{Uri.EscapeDataString(mailbox.Mail.FolderId(found))}')/messages/delta?{(page.Next.RoundEnded ? "$deltatoken" : "$skiptoken")}={mailbox.Mail.Deltas.Write(page.Next)}";
        return Lists.Of<FolderChange>(
            $"{wire.Root}/$metadata#Collection(message)",
            page.Items,
            wire,
            (json, change, w) =>
            {
                if (change.Message is { } message)
                {
                    (change.Only is null ? writeMessage : MessageShape.Writer(MessageShape.Partial(change.Only), alwaysTyped: true))(json, message, w);
                    return;
                }

                json.WriteString("@odata.type", MessageShape.TypeOf(MessageKind.Message));
                json.WriteString("id", w.Ids.Message(found.Hash, change.Key, w.ImmutableIds));
                json.WriteStartObject("@removed");
                json.WriteString("reason", change.ForGood ? "deleted" : "changed");
                json.WriteEndObject();
            },
            nextLink: page.Next.RoundEnded ? null : link,
            deltaLink: page.Next.RoundEnded ? link : null);
    }

    private static GraphError? Start(HttpRequest request, MailboxStore mailbox, StoredFolder folder, out DeltaState? state)
    {
        var token = request.Query["$skiptoken"].ToString() + request.Query["$deltatoken"];
        if (token.Length > 0)
        {
            state = mailbox.Mail.Deltas.Read(token, out var unknown);
            if (state is null)
            {
                return unknown;
            }

            if (state.Folder != folder.Hash || state.RoundEnded == request.Query.ContainsKey("$skiptoken"))
            {
                return GraphError.SyncStateNotFound;
            }

            state = state.RoundEnded ? state with { Until = mailbox.Mail.Version, RoundEnded = false } : state;
            return null;
        }

        state = null;
        if (Unsupported.Option(request, "$expand", "changeType") is { } unsupported)
        {
            return unsupported;
        }

        if (request.Query.ContainsKey("$search"))
        {
            return GraphError.InvalidQuery("The following parameters are not supported with change tracking over the 'Messages' resource: '$search'.");
        }

        var orderBy = request.Query["$orderby"].ToString();
        if (orderBy.Length > 0 && !Descending().IsMatch(orderBy))
        {
            return GraphError.InvalidQuery("The '$orderby' parameter value is not supported for 'Messages' resource; only a value of 'receivedDateTime desc' is supported.");
        }

        if (!TryReadFilter(request.Query["$filter"].ToString(), out var since))
        {
            return GraphError.InvalidQuery("The '$filter' parameter value is not supported for 'Messages' resource; only a value of 'receivedDateTime ge value' is supported.");
        }

        if (!Page.TryNumber(request, "$top", -1, out var top, out var error))
        {
            return error;
        }

        var limit = (top > 0, since > 0) switch
        {
            (true, true) => Math.Min(top, FilteredLimit),
            (true, false) => top,
            (false, true) => FilteredLimit,
            _ => -1,
        };
        var now = mailbox.Mail.Version;
        state = new DeltaState(folder.Hash, -1, now, long.MaxValue, default, 0, limit, since, request.Query["$select"].ToString(), RoundEnded: false, mailbox.Mail.Deltas.NewChain(), Start: now, Generation: 0, Hollow: false);
        return null;
    }

    private static bool TryReadFilter(string filter, out long sinceTicks)
    {
        sinceTicks = 0;
        if (filter.Length == 0)
        {
            return true;
        }

        var match = Since().Match(filter);
        if (!match.Success
            || !DateTimeOffset.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since))
        {
            return false;
        }

        sinceTicks = Math.Max(1, since.UtcTicks);
        return true;
    }

    private static string Applied(Preferences preferences)
    {
        var size = preferences.MaxPageSize is { } asked ? $", odata.maxpagesize={Math.Min(asked, MessageEndpoints.MaxPageSize)}" : "";
        return "odata.track-changes" + size + (preferences.ImmutableIds ? ", IdType=\"ImmutableId\"" : "");
    }

    [GeneratedRegex(@"^\s*receivedDateTime\s+desc\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Descending();

    [GeneratedRegex(@"^\s*receivedDateTime\s+ge\s+'?([0-9T:.+Z-]+)'?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Since();
}
