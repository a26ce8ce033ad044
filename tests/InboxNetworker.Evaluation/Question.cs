namespace InboxNetworker.Evaluation;

/// <summary>One question to the model: who of those silent for so long is in touch again within the horizon?</summary>
internal sealed record Question(string Name, int SilentDays, int HorizonDays, Func<Case, double> Model)
{
    private const long Day = 24 * 60 * 60;
    private const int FewestCases = 10;

    public static readonly Question Contact30 = new("contact30", 7, 30, c => c.Contact30);

    public static readonly IReadOnlyList<Question> All =
        [new("return60", 30, 60, c => c.Tie), new("return365", 180, 365, c => c.Tie), Contact30];

    /// <summary>The cases it can be asked of: silent long enough, and the answer lies before the mailbox's end.</summary>
    public IReadOnlyList<Case> AskedOf(IEnumerable<Case> cases) =>
        [.. cases.Where(c => c.Silence >= SilentDays * Day && c.Cut + (HorizonDays * Day) < c.End)];

    /// <summary>The answer.</summary>
    public bool CameBack(Case one) => one.Next <= one.Cut + (HorizonDays * Day);

    /// <summary>Of one mailbox at one cut: at least ten cases, some of whom came back and some did not.</summary>
    public IReadOnlyList<IReadOnlyList<Case>> Groups(IEnumerable<Case> asked) =>
        [.. asked.GroupBy(c => (c.Mailbox, c.Cut)).Select(g => g.ToList()).Where(g => g.Count >= FewestCases && g.Any(CameBack) && !g.All(CameBack))];
}
