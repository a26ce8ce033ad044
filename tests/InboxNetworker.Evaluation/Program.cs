using System.CommandLine;
using InboxNetworker.Evaluation;
using InboxNetworker.Evaluation.Alerting;
using InboxNetworker.Evaluation.Fitting;

var folder = new Option<DirectoryInfo>("--mailboxes")
{
    Description = "A folder with owners.tsv and one <owner>.tsv.gz for each owner.",
    Required = true,
};
var scores = new Option<FileInfo?>("--out")
{
    Description = "Where to write the model's two numbers for every case, as CSV.",
};
var plot = new Option<FileInfo?>("--plot")
{
    Description = "Where to draw what contact30 said against what happened, as SVG.",
};
var command = new RootCommand("Measures the relationship model against real mailboxes: hide the future, ask the model, look.") { folder, scores, plot };
command.SetAction(parsed => Guarded(() => Run(parsed.GetRequiredValue(folder), parsed.GetValue(scores), parsed.GetValue(plot))));
command.Subcommands.Add(FitCommand.Create(Guarded));
command.Subcommands.Add(PageCommand.Create(folder, Guarded));
command.Subcommands.Add(AlertsCommand.Create(folder, Guarded));
command.Subcommands.Add(NoiseCommand.Create(folder, Guarded));
command.Subcommands.Add(IdentityCommand.Create(folder, Guarded));
return command.Parse(args).Invoke();

static int Guarded(Func<int> run)
{
    try
    {
        return run();
    }
    catch (UnreadableException e)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}

static int Run(DirectoryInfo folder, FileInfo? scores, FileInfo? plot)
{
    var cases = new List<Case>();
    var mailboxes = MailboxFolder.Read(folder).ToList();
    foreach (var mailbox in mailboxes)
    {
        if (mailbox.BadLines.Count > 0)
        {
            Console.Error.WriteLine($"{mailbox.Name}: lines that could not be read: {mailbox.BadLines.Count}; the first, {mailbox.BadLines[0]}");
        }

        cases.AddRange(Case.Of(mailbox, Cut.OfProtocol));
    }

    if (scores is not null)
    {
        ScoreFile.Write(scores, cases);
    }

    if (plot is not null)
    {
        ReliabilityPlot.Write(plot, folder.Name, Report.Predictions(Question.Contact30, Question.Contact30.AskedOf(cases), c => c.Contact30));
    }

    Report.Print(Console.Out, $"{folder.Name}: {mailboxes.Count} mailboxes, {cases.Count} cases", cases);
    return 0;
}
