using InboxNetworker.Core.People;

namespace InboxNetworker.Core.Wording;

/// <summary>What drafts take into their templates.</summary>
public abstract partial class Words
{
    /// <param name="people">One or two; null of whom the name does not tell it. Nobody is greeted by name unless all are.</param>
    public string Greeting(IReadOnlyList<Called?> people) =>
        people.Any(p => p is null) ? Greeting([], formal: false) : Greeting([.. people.Select(p => p!.Value.Name)], people.Any(p => p!.Value.Formal));

    /// <param name="name">Of who writes; null where it is not known.</param>
    public abstract string Closing(string? name);

    /// <summary>As people say it: nobody remembers the number of days.</summary>
    public abstract string Ago(TimeSpan since);

    protected abstract string Greeting(IReadOnlyList<string> names, bool formal);
}
