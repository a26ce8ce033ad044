namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>What can go wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>429, with a whole, a fractional or no <c>Retry-After</c>.</summary>
    Throttled,

    /// <summary>503, with or without <c>Retry-After</c>.</summary>
    Unavailable,

    /// <summary>504.</summary>
    TimedOut,

    /// <summary>The connection is reset in the middle of the body.</summary>
    Reset,

    /// <summary>The document ends early in an answer that is whole as far as HTTP can tell.</summary>
    Truncated,

    /// <summary>The answer comes, but late.</summary>
    Slow,

    /// <summary>410 to the link of a change tracking that was begun.</summary>
    Expired,

    /// <summary>401, as for a token that has expired.</summary>
    Unauthorized,

    /// <summary>503 with <c>Retry-After</c> and a page of HTML: a gateway's answer, not the service's own.</summary>
    Html,
}

internal static class FaultKinds
{
    /// <summary>As written in <c>--faults</c>, in the order of <see cref="FaultKind"/>. A new one goes to the end, so that no seed draws other faults than before.</summary>
    public static IReadOnlyList<string> Names { get; } = ["429", "503", "504", "reset", "truncate", "slow", "expire", "401", "html"];

    /// <summary>-1 for a name of no kind.</summary>
    public static int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    public static string Name(this FaultKind kind) => Names[(int)kind];
}
