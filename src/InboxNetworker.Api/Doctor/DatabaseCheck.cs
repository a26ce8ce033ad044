using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Doctor;

/// <summary>Whether the store can be opened, brought up to date, and written to.</summary>
internal static class DatabaseCheck
{
    public static async Task<Finding> LookAsync(IServiceProvider services)
    {
        try
        {
            var contexts = services.GetRequiredService<IDbContextFactory<NetworkContext>>();
            await contexts.MigrateAsync(CancellationToken.None).ConfigureAwait(false);
            var mailboxes = await contexts.UseAsync(
                async db =>
                {
                    var transaction = await db.Database.BeginTransactionAsync().ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        await db.Mailboxes.ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision)).ConfigureAwait(false);
                    }

                    return await db.Mailboxes.CountAsync().ConfigureAwait(false);
                },
                CancellationToken.None).ConfigureAwait(false);
            return Finding.Good(DoctorCommand.Database, $"It opens and can be written to; {mailboxes} {(mailboxes == 1 ? "mailbox is" : "mailboxes are")} in it.");
        }
        catch (StartException failure)
        {
            return Finding.Bad(DoctorCommand.Database, failure.Message, $"Name a file in a folder that this user can write to: {Settings.Section}:Store:File.");
        }
        catch (Exception error) when (StoreTrouble.In(error) is { } failure)
        {
            var said = StoreTrouble.Explain(failure);
            return Finding.Bad(DoctorCommand.Database, $"{said.Title}.", $"{said.Detail} The file is named by {Settings.Section}:Store:File; this user needs to write to it and to its folder.");
        }
    }
}
