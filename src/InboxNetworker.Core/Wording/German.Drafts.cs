namespace InboxNetworker.Core.Wording;

internal sealed partial class German
{
    public override string Closing(string? name) => name is null ? "Herzliche Grüße" : $"Herzliche Grüße\n{name}";

    public override string Ago(TimeSpan since) => since.TotalDays switch
    {
        < 7 => "neulich",
        < 21 => "vor Kurzem",
        < 60 => "vor einigen Wochen",
        < 150 => "vor ein paar Monaten",
        < 270 => "vor etwa einem halben Jahr",
        < 500 => "vor etwa einem Jahr",
        < 900 => "vor über einem Jahr",
        _ => "vor einigen Jahren",
    };

    protected override string Greeting(IReadOnlyList<string> names, bool formal) =>
        names.Count == 0 ? "Guten Tag," : $"{(formal ? "Guten Tag" : "Hallo")} {string.Join(" und ", names)},";
}
