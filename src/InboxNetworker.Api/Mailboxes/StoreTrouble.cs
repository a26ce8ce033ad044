using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>What to tell a person when the store fails. What was stored before stands: a page is stored whole or not at all.</summary>
internal static class StoreTrouble
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private const string GoesOn = "Nothing that was read before is lost, and reading goes on where it stopped.";

    /// <returns>The store's failure behind an error; null where it was not the store that failed.</returns>
    public static DbException? In(Exception? error) => error as DbException ?? error?.InnerException as DbException;

    public static SyncError Explain(DbException failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        Full => new("The disk is full", $"Make some room on it. {GoesOn}"),
        Busy or Locked => new("Another program is using the store", $"Close the program that has the database open. {GoesOn}"),
        ReadOnly or CannotOpen => new("The store cannot be written", $"See that the folder exists and that you may write in it. {GoesOn}"),
        InputOutput => new("The disk could not be written", $"See that it is connected and has room. {GoesOn}"),
        Corrupt or NotADatabase => new("The store is damaged", "Stop the program, delete the database and start again: everything in it is read from the mailbox anew."),
        _ => new("The mailbox could not be stored", $"See that the disk has room. {GoesOn}"),
    };
}
