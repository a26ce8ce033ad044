using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static InboxNetworker.Api.Tests.Store.StoreFile;

namespace InboxNetworker.Api.Tests.Store;

public sealed class ErasureTests : IAsyncDisposable
{
    private readonly StoreFile _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasing_one_mailbox_leaves_nothing_of_it_in_any_table_and_everything_of_another()
    {
        var (mailbox, other) = (await FillAsync("owner"), await FillAsync("another"));
        await using var db = _store.Open();
        var before = await CountAsync(db, other);
        Assert.All(before, table => Assert.True(table.Value > 0, $"Nothing stands in {table.Key}; fill it here."));

        await db.EraseAsync(mailbox, Cancellation);

        Assert.All(await CountAsync(db, mailbox), table => Assert.True(table.Value == 0, $"{table.Value} rows are left in {table.Key}."));
        Assert.Equal(before, await CountAsync(db, other));
        Assert.False(_store.Holds("owner@here.example") || _store.Holds("secret of owner"));
        Assert.True(_store.Holds("another@here.example") && _store.Holds("secret of another"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>A row at least in every table there is.</summary>
    private async Task<long> FillAsync(string owner)
    {
        var mailbox = await _store.MailboxAsync(owner);
        await _store.WriteAsync(mailbox, "inbox", Sent("1", 3, "One", ("ana@there.example", "Ana Fox")), Sent("2", 4, "Two", ("ben@there.example", "Ben Holt")));
        await using var db = _store.Open();
        var ben = (await db.RelationshipAsync(mailbox, Address("ben@there.example"), Cancellation))!.Person.Id;
        await new Forgetting(db).ForgetAsync(mailbox, ben, RunningApi.Now, Cancellation);
        db.AddRange(
            new IdentityChoiceRow { MailboxId = mailbox, A = "a@there.example", B = "b@there.example" },
            new FilterChoiceRow { MailboxId = mailbox, Pattern = "@there.example" },
            new OwnersWordRow { MailboxId = mailbox, Address = "ana@there.example", Tags = string.Empty, Note = $"secret of {owner}" },
            new SubscriptionRow { MailboxId = mailbox, Resource = "/me/messages", GraphId = owner, ClientState = $"secret of {owner}", NotificationUrl = new Uri("https://network.example.com/") },
            new AlertRow { MailboxId = mailbox, Address = "ana@there.example", Name = "Ana", Title = "Ana", Text = "Ana", Brief = "" },
            new OutboxRow { MailboxId = mailbox, Key = "todo-1", Alerts = "1" },
            new SignInRow { MailboxId = mailbox, TenantId = "directory", Tokens = System.Text.Encoding.UTF8.GetBytes($"secret of {owner}") },
            new AlertSettingsRow { MailboxId = mailbox, LinkKey = [1], FeedSecret = $"secret of {owner}" },
            new TemplateRow { MailboxId = mailbox, Language = "en", Subject = "Hello", Text = $"secret of {owner}" });
        await db.SaveChangesAsync(Cancellation);
        return mailbox;
    }

    private static async Task<SortedDictionary<string, int>> CountAsync(NetworkContext db, long mailbox)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (IEntityType table in db.Model.GetEntityTypes())
        {
            var owner = table.ClrType == typeof(MailboxRow) ? "Id" : "MailboxId";
            var sql = $"""SELECT COUNT(*) AS "Value" FROM "{table.GetTableName()}" WHERE "{owner}" = {mailbox}""";
            counts[table.GetTableName()!] = await db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancellation);
        }

        return counts;
    }
}
