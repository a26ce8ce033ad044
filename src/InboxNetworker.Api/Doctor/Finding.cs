namespace InboxNetworker.Api.Doctor;

internal enum Verdict
{
    Good,

    /// <summary>It works, and something will not, or not everything.</summary>
    Note,

    Bad,

    /// <summary>There is nothing to look at in this mode, or what comes before has to be mended first.</summary>
    Left,
}

/// <param name="Step">What was looked at.</param>
/// <param name="Says">What was found; names no person.</param>
/// <param name="Mend">What to do; null where there is nothing to do.</param>
internal sealed record Finding(string Step, Verdict Verdict, string Says, string? Mend = null)
{
    public static Finding Good(string step, string says) => new(step, Verdict.Good, says);

    public static Finding Left(string step, string says) => new(step, Verdict.Left, says);

    public static Finding Bad(string step, string says, string mend) => new(step, Verdict.Bad, says, mend);

    public static Finding Note(string step, string says, string mend) => new(step, Verdict.Note, says, mend);

    public override string ToString()
    {
        var mark = Verdict switch
        {
            Verdict.Good => "ok  ",
            Verdict.Note => "note",
            Verdict.Bad => "BAD ",
            _ => "–   ",
        };
        return $"{mark}  {Step}: {Says}{(Mend is null ? string.Empty : $"{Environment.NewLine}      → {Mend}")}";
    }
}
