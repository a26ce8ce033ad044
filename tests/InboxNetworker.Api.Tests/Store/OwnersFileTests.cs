using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;
using static InboxNetworker.Api.Tests.Store.StoreFile;

namespace InboxNetworker.Api.Tests.Store;

public sealed class OwnersFileTests : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly StoreFile _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string[] Files => [_store.Path, _store.Path + "-wal", _store.Path + "-shm"];

    [Fact]
    public async Task The_database_its_log_and_its_index_are_readable_by_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have the access of their folder there.");
        var mailbox = await _store.MailboxAsync("owner");
        await using var db = _store.Open();
        await db.Database.OpenConnectionAsync(Cancellation);
        await _store.WriteAsync(mailbox, "inbox", Sent("1", 3, "One", ("ana@there.example", "Ana Fox")));

        Assert.All(Files, file => Assert.Equal(OwnerOnly, ModeOf(file)));
    }

    [Fact]
    public async Task A_file_that_others_could_read_is_closed_to_them_when_it_is_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have the access of their folder there.");
        await _store.MailboxAsync("owner");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Widen();

        await using var db = _store.Open();
        await db.AuditAsync(1, before: null, most: 1, Cancellation);

        Assert.Equal(OwnerOnly, ModeOf(_store.Path));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("secure_delete", "1")]
    [InlineData("synchronous", "1")]
    public async Task Every_connection_works_as_it_should(string pragma, string value)
    {
        await _store.MailboxAsync("owner");
        await using var db = _store.Open();
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(value, $"{await command.ExecuteScalarAsync(Cancellation)}");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(file);

    private void Widen()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_store.Path, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }
}
