using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using InboxNetworker.Api.Tests.Hardening;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Mailboxes.Sample;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(LogWatch))]

namespace InboxNetworker.Api.Tests.Hardening;

/// <summary>
/// Hears everything that is logged in the whole run, as loud as the program is when it is installed, and at its end finds no address, name,
/// subject, token or secret of any mailbox in it. Names and subjects of one or two ordinary words are not looked for.
/// </summary>
public sealed partial class LogWatch : IDisposable
{
    private static readonly ConcurrentDictionary<string, byte> Said = new(), Private = new();

    internal static ILoggerProvider Provider { get; } = new Listening();

    /// <summary>For programs that tests put together themselves.</summary>
    internal static ILoggerFactory Factory { get; } = LoggerFactory.Create(logging => logging.AddProvider(Provider).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning));

    /// <summary>A line of a log, or of a program's output.</summary>
    internal static void Hear(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Said.TryAdd(line, 0);
        }
    }

    /// <summary>What a program writes from now on, to its end.</summary>
    internal static void Hear(StreamReader output) => _ = HearAsync(output);

    /// <summary>A secret.</summary>
    internal static void NeverSay(string secret) => Private.TryAdd(secret, 0);

    /// <summary>The name of a person, with a given name and a family name.</summary>
    internal static void NeverSayName(string? name)
    {
        if (name?.Contains(' ', StringComparison.Ordinal) == true)
        {
            NeverSay(name);
        }
    }

    internal static void NeverSaySubject(string subject)
    {
        if (subject.Split(' ').Length >= 3)
        {
            NeverSay(subject);
        }
    }

    /// <summary>What of these lines nobody may read; at most a few.</summary>
    internal static IReadOnlyList<string> Leaks(IEnumerable<string> lines, IReadOnlyCollection<string> secrets)
    {
        var sought = System.Buffers.SearchValues.Create([.. secrets], StringComparison.OrdinalIgnoreCase);
        return [.. lines.Where(line => line.AsSpan().ContainsAny(sought) || Address().IsMatch(line) || Token().IsMatch(line)).Take(5)];
    }

    public void Dispose()
    {
        var sample = SampleMailbox.Create(RunningApi.Now);
        foreach (var person in sample.People)
        {
            NeverSayName(person.DisplayName);
        }

        foreach (var message in sample.Messages)
        {
            NeverSaySubject(message.Subject);
            NeverSayName(message.From?.Name);
        }

        var leaks = Leaks(Said.Keys, [.. Private.Keys]);
        if (leaks.Count > 0)
        {
            throw new InvalidOperationException("The log tells what it must not:\n" + string.Join('\n', leaks.Select(l => l[..Math.Min(l.Length, 1_000)])));
        }
    }

    private static async Task HearAsync(StreamReader output)
    {
        try
        {
            Hear(await output.ReadToEndAsync());
        }
        catch (ObjectDisposedException)
        {
            // The program was put away with its streams.
        }
    }

    [GeneratedRegex(@"[\w.+'-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();

    [GeneratedRegex(@"eyJ[\w-]{5,}\.eyJ[\w-]{5,}")]
    private static partial Regex Token();

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Hear(formatter(state, exception));
            Hear(exception?.ToString());
        }

        public void Dispose()
        {
        }
    }
}
