namespace InboxNetworker.Core.Wording;

internal sealed partial class English
{
    public override string Closing(string? name) => name is null ? "Best wishes" : $"Best wishes,\n{name}";

    public override string Ago(TimeSpan since) => since.TotalDays switch
    {
        < 7 => "the other day",
        < 21 => "the other week",
        < 60 => "a few weeks ago",
        < 150 => "a few months ago",
        < 270 => "about half a year ago",
        < 500 => "about a year ago",
        < 900 => "more than a year ago",
        _ => "some years ago",
    };

    protected override string Greeting(IReadOnlyList<string> names, bool formal) =>
        names.Count == 0 ? "Hello," : $"{(formal ? "Dear" : "Hi")} {string.Join(" and ", names)},";
}
