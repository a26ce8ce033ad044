using System.Reflection;
using InboxNetworker.Data;
using InboxNetworker.Data.Postgres;
using InboxNetworker.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace InboxNetworker.Api.Tests.Store;

/// <summary>The migrations are written by hand in part. No database is asked.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Stores => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Stores))]
    public void What_the_migrations_say_is_what_the_model_says(string store)
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        _ = store == "sqlite" ? options.UseSqliteStore("none.db") : options.UsePostgresStore("Host=localhost");
        using var db = new NetworkContext(options.Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_databases_have_the_same_tables_with_the_same_columns()
    {
        var (sqlite, postgres) = (Columns("InboxNetworker.Data.Sqlite"), Columns("InboxNetworker.Data.Postgres"));
        Assert.Equal(sqlite, postgres);
        Assert.Contains("owners_word.EveryWeeks?", sqlite);
    }

    /// <summary>Of the tables made in C#; that of items is made by SQL.</summary>
    private static List<string> Columns(string assembly)
    {
        var migration = Assembly.Load(assembly).GetTypes().Single(t => t.IsSubclassOf(typeof(Migration)));
        return [.. ((Migration)Activator.CreateInstance(migration)!).UpOperations
            .OfType<CreateTableOperation>().Where(t => t.Name != "item")
            .SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}{(c.IsNullable ? "?" : "")}")).Order(StringComparer.Ordinal)];
    }
}
