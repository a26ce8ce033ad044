namespace InboxNetworker.Api.Hosting;

/// <summary>The options people type; every other setting is <c>--InboxNetworker:Section:Key value</c> or comes from the environment.</summary>
internal static class CommandLine
{
    public const string Usage = """
        InboxNetworker: keep your professional network alive.

          dotnet run --project src/InboxNetworker.Api -- [options]

          --mailbox FILE     show this mailbox instead of the sample: .tsv, .tsv.gz or .mbox
          --owner A@X;B@X    whose mailbox it is (default: owners.tsv beside the file)
          --as-of DATE       the mailbox as it stood that day, as 2001-06-01
          --graph URL        use an emulator that runs elsewhere, as http://127.0.0.1:6001
          --urls URL         where to listen (default: http://localhost:5080; loopback only)
          --help             this text

          dotnet run --project src/InboxNetworker.Api -- manifest --url https://host --out DIR
                             writes the add-in's manifests for that address

          dotnet run --project src/InboxNetworker.Api -- doctor [options] [--user ID]
                             looks at the settings step by step, and says how to mend what is wrong
        """;

    public static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--mailbox"] = "InboxNetworker:Demo:Mailbox",
        ["--owner"] = "InboxNetworker:Demo:Owner",
        ["--as-of"] = "InboxNetworker:Demo:AsOf",
        ["--graph"] = "InboxNetworker:Demo:Graph",
        ["--urls"] = "urls",
        ["--environment"] = "environment",
    };

    public static bool AsksForHelp(string[] args) => args.Any(a => a is "--help" or "-h" or "-?");

    /// <exception cref="StartException">An unknown option, or one without its value.</exception>
    public static void Check(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            if (!Switches.ContainsKey(name) && !name.Contains(':', StringComparison.Ordinal))
            {
                throw new StartException($"«{args[i]}» is not an option. The options are {string.Join(", ", Switches.Keys.Take(5))} and --help.");
            }

            var hasValue = args[i].Contains('=', StringComparison.Ordinal);
            if (!hasValue && (++i >= args.Length || args[i].StartsWith("--", StringComparison.Ordinal)))
            {
                throw new StartException($"{name} needs a value, as in: {name} {Example(name)}");
            }
        }
    }

    private static string Example(string name) => name switch
    {
        "--mailbox" => "mail.mbox",
        "--owner" => "me@example.com",
        "--as-of" => "2001-06-01",
        "--graph" => "http://127.0.0.1:6001",
        "--urls" => "http://localhost:5080",
        _ => "VALUE",
    };
}
