namespace InboxNetworker.Graph;

/// <summary>Whether the mailbox can be read, permission by permission: one small question each, of which nothing is kept.</summary>
public sealed class GraphProbe(GraphConnection connection)
{
    /// <param name="permission">One of the least ones, as <c>Mail.ReadBasic</c>.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the least ones.</exception>
    public async Task<GraphProblem?> AskAsync(string permission, CancellationToken cancellation)
    {
        var me = connection.Client.Me;
        string[] id = ["id"];
        Func<Task<object?>> ask = permission switch
        {
            GraphPermissions.ReadUser => async () => await me.GetAsync(r => r.QueryParameters.Select = id, cancellation).ConfigureAwait(false),
            GraphPermissions.ReadMail => async () => await me.MailFolders["inbox"].Messages.GetAsync(
                r => (r.QueryParameters.Top, r.QueryParameters.Select) = (1, id), cancellation).ConfigureAwait(false),
            GraphPermissions.ReadCalendar => async () => await me.Events.GetAsync(r => (r.QueryParameters.Top, r.QueryParameters.Select) = (1, id), cancellation).ConfigureAwait(false),
            GraphPermissions.ReadPeople => async () => await me.People.GetAsync(r => (r.QueryParameters.Top, r.QueryParameters.Select) = (1, id), cancellation).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(permission)),
        };
        return (await connection.AskAsync(ask, permission, Patience.Person, cancellation).ConfigureAwait(false)).Problem;
    }
}
