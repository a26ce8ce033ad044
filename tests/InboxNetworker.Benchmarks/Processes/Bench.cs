using System.Collections.Concurrent;
using InboxNetworker.Benchmarks.Sync;
using Microsoft.Data.Sqlite;

namespace InboxNetworker.Benchmarks.Processes;

/// <summary>What the rows share: a temporary folder, and one emulator per size with all its pages made. All of it goes at the end.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly ConcurrentBag<DirectoryInfo> Folders = [];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inboxnetworker-benchmark-");
    private readonly Dictionary<int, (EmulatorProcess Emulator, Pages Pages)> _mailboxes = [];
    private IReadOnlyList<(string Target, string? Prefer)>? _asked;
    private int _files;

    public Bench() => Folders.Add(_folder);

    /// <summary>For an end in the middle.</summary>
    public static void DeleteFolders()
    {
        foreach (var folder in Folders.Where(f => Directory.Exists(f.FullName)))
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The path of a file that is not there yet.</summary>
    public string NewFile() => Path.Combine(_folder.FullName, $"store{_files++}.db");

    public static void Delete(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in (string[])[file, file + "-wal", file + "-shm"])
        {
            File.Delete(part);
        }
    }

    /// <summary>The emulator of that size. Every page the product is going to ask for has been made.</summary>
    public async Task<(EmulatorProcess Emulator, Pages Pages)> MailboxAsync(int messages)
    {
        if (!_mailboxes.TryGetValue(messages, out var mailbox))
        {
            _asked ??= await AskedByTheProductAsync();
            var emulator = await EmulatorProcess.StartAsync(messages);
            _mailboxes[messages] = mailbox = (emulator, await Pages.WalkAsync(emulator, _asked));
        }

        return mailbox;
    }

    /// <summary>Gives all page bodies of the mailbox of that size.</summary>
    public async Task ForEachPageAsync(int messages, Action<byte[]> each) =>
        await Pages.WalkAsync((await MailboxAsync(messages)).Emulator, _asked!, each);

    public async ValueTask DisposeAsync()
    {
        foreach (var (emulator, _) in _mailboxes.Values)
        {
            await emulator.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>Nothing here knows how the product asks: it reads a mailbox of ten messages, and the emulator tells. Folder ids are the same in every size.</summary>
    private async Task<IReadOnlyList<(string Target, string? Prefer)>> AskedByTheProductAsync()
    {
        await using var emulator = await EmulatorProcess.StartAsync(10);
        var file = NewFile();
        await ProductReading.MeasureAsync(emulator.Address, file);
        Delete(file);
        return await emulator.FirstPagesAskedAsync();
    }
}
