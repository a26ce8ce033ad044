using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>One emulator per user; each knows the others as colleagues.</summary>
internal static class TenantMailboxes
{
    public static async Task<IReadOnlyDictionary<string, GraphEmulatorHost>> StartAsync(TenantOptions options, CancellationToken cancellationToken)
    {
        var started = new Dictionary<string, GraphEmulatorHost>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var user in options.Users)
            {
                started[user.Oid] = await GraphEmulatorHost.StartAsync(
                    user.Mailbox,
                    options.Mailboxes with
                    {
                        Urls = "http://127.0.0.1:0",
                        TimeProvider = options.TimeProvider,
                        OwnerId = Guid.Parse(user.Oid),
                        Colleagues = [.. options.Users.Where(u => u != user).Select(Colleague)],
                    },
                    cancellationToken);
            }

            return started;
        }
        catch
        {
            await StopAsync(started.Values);
            throw;
        }
    }

    public static async Task StopAsync(IEnumerable<GraphEmulatorHost> hosts)
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    private static Colleague Colleague(TenantUser user)
    {
        var owner = user.Mailbox.Owner;
        return new Colleague(Guid.Parse(user.Oid), new DirectoryPerson(owner.DisplayName, [owner.Mail, .. owner.OtherAddresses], JobTitle: owner.JobTitle, Department: owner.Department, CompanyName: owner.CompanyName));
    }
}

/// <summary>Another user of the tenant, as <c>/users</c> lists them.</summary>
internal sealed record Colleague(Guid Id, DirectoryPerson Person);
