using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Every table of the store with the owner's rows, a file each: whatever is stored one day is in it without a line written for it here.</summary>
internal static class ExportTables
{
    private const string Owner = nameof(ItemRow.MailboxId);

    /// <summary>What is in no file of its table, and why; besides the mailbox's own number, which is the same everywhere.</summary>
    public static readonly IReadOnlyDictionary<string, string> Withheld = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alert_settings.FeedSecret"] = "A secret: whoever has it reads the calendar feed.",
        ["alert_settings.LinkKey"] = "A secret: with it the links in a mail are signed.",
        ["subscription.ClientState"] = "A secret: by it the service's notifications are known.",
        ["mailbox.ForgetSalt"] = "A secret: with it a forgotten address could be found out by trying.",
        ["forgotten.Hash"] = "Says nothing without the salt; how many there are says the number of lines.",
        ["sign_in.Tokens"] = "A secret, and encrypted: with it the mailbox is read while you are away.",
        ["folder.Cursor"] = "Technical: the service's own bookmark, which is an address to ask at.",
        ["address.History"] = "Written out in weeks.csv.",
    };

    /// <summary>In the place of <see cref="ItemRow.Counterparts"/>.</summary>
    private static readonly string[] WithWhom = ["Counterparts", "Channel", "Direction"];

    public static async Task WriteAsync(ZipArchive archive, NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var addresses = await db.AddressesByIdAsync(mailboxId, cancellation).ConfigureAwait(false);
        await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var table in db.Model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
            {
                var columns = table.GetProperties().Where(c => c.Name != Owner && !Withheld.ContainsKey($"{table.GetTableName()}.{c.Name}")).ToList();
                await CsvFile.WriteAsync(
                    archive,
                    $"tables/{table.GetTableName()}.csv",
                    columns.SelectMany(c => IsCounterparts(c) ? WithWhom : [c.Name]),
                    RowsAsync(db, table, columns, mailboxId, addresses, cancellation),
                    cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(
        NetworkContext db, IEntityType table, List<IProperty> columns, long mailboxId, Dictionary<long, string> addresses, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            var owner = table.ClrType == typeof(MailboxRow) ? nameof(MailboxRow.Id) : Owner;
            var names = columns.Count == 0 ? "1" : string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
#pragma warning disable CA2100 // The names are the model's.
            command.CommandText = $"SELECT {names} FROM \"{table.GetTableName()}\" WHERE \"{owner}\" = @owner";
#pragma warning restore CA2100
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@owner", mailboxId);
            command.Parameters.Add(parameter);
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    yield return [.. columns.SelectMany((column, n) => Cells(column, reader.IsDBNull(n) ? null : reader.GetValue(n), addresses))];
                }
            }
        }
    }

    private static IEnumerable<object?> Cells(IProperty column, object? stored, Dictionary<long, string> addresses)
    {
        if (IsCounterparts(column))
        {
            var (channel, direction, with) = stored is byte[] { Length: > 0 } bytes ? Counterparts.Read(bytes) : (default, default, []);
            return with.Count == 0 ? [null, null, null] : [string.Join(' ', with.Select(id => addresses.GetValueOrDefault(id))), channel, direction];
        }

        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return [stored switch
        {
            null => null,
            byte[] bytes => Convert.ToHexString(bytes),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(stored, CultureInfo.InvariantCulture)),
            _ when type == typeof(bool) => Convert.ToBoolean(stored, CultureInfo.InvariantCulture),
            _ when type.IsEnum => Enum.ToObject(type, stored),
            _ => stored,
        }];
    }

    private static bool IsCounterparts(IProperty column) => column.DeclaringType.ClrType == typeof(ItemRow) && column.Name == nameof(ItemRow.Counterparts);
}
