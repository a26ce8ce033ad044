using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace InboxNetworker.Benchmarks.Processes;

/// <summary>A program of this build as a process of its own; ended, with all it started, when this is disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Living = [];

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildProcess(Process process)
    {
        Living[this] = true;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The most memory it has had at once, in bytes; 0 where the system does not tell (it is told by Linux).</summary>
    public long PeakMemory
    {
        get
        {
            var status = $"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status";
            var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <param name="program">As <c>InboxNetworker.Api</c>; it stands beside this one.</param>
    public static ChildProcess Start(string program, params IEnumerable<string> arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, program + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>What it writes is of no interest; unread, it would wait at some point.</summary>
    public void Forget() => _ = _process.StandardOutput.ReadToEndAsync();

    /// <summary>Waits for the line that begins so; what comes after it is read and forgotten.</summary>
    /// <returns>The word that follows.</returns>
    public async Task<string> WordAfterAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                Forget();
                return line[beginning.Length..].Split([' ', ','], 2)[0];
            }
        }

        throw new InvalidOperationException($"The program ended before it said «{beginning}»: {await _errors}");
    }

    /// <summary>When this program is told to end it ends at once, and takes its own along: the hosts it runs would only stop themselves.</summary>
    public static void EndAllWithThisOne(PosixSignalContext context)
    {
        context.Cancel = true;
        foreach (var child in Living.Keys)
        {
            child.End();
        }

        Bench.DeleteFolders();
        Environment.Exit(130);
    }

    public async ValueTask DisposeAsync()
    {
        Living.TryRemove(this, out _);
        End();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
    private void End()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}
