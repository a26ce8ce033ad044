using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Todo;

/// <summary>The owner's lists of tasks. Safe for any number of threads.</summary>
internal sealed class TodoStore(TimeProvider time)
{
    private readonly Lock _changing = new();
    private readonly List<TodoList> _lists = [new("tasks", "Tasks", "defaultList", [])];
    private int _made;

    public IReadOnlyList<TodoList> Lists
    {
        get
        {
            lock (_changing)
            {
                return [.. _lists];
            }
        }
    }

    public TodoList? Find(string id) => Lists.FirstOrDefault(l => IdOf(l.Key) == id);

    public static string IdOf(string key) => $"AAMkAD{WireIds.Hash("todo:" + key):x32}AAA=";

    /// <summary>Two lists may have one name.</summary>
    public TodoList AddList(string name)
    {
        lock (_changing)
        {
            _lists.Add(new TodoList($"list-{++_made}", name, "none", []));
            return _lists[^1];
        }
    }

    /// <returns>Null when the list has gone.</returns>
    public TodoTask? AddTask(string listId, Func<string, DateTimeOffset, TodoTask> write)
    {
        lock (_changing)
        {
            var at = _lists.FindIndex(l => IdOf(l.Key) == listId);
            if (at < 0)
            {
                return null;
            }

            var task = write($"task-{++_made}", time.GetUtcNow());
            _lists[at] = _lists[at] with { Tasks = [.. _lists[at].Tasks, task] };
            return task;
        }
    }
}

/// <param name="WellKnown"><c>defaultList</c>, <c>flaggedEmails</c> or <c>none</c>.</param>
/// <param name="Tasks">The oldest first.</param>
internal sealed record TodoList(string Key, string Name, string WellKnown, IReadOnlyList<TodoTask> Tasks);

/// <param name="Due">As dateTime and timeZone; null for none.</param>
internal sealed record TodoTask(
    string Key, string Title, string Body, string BodyType, (string DateTime, string Zone)? Due, string Importance, IReadOnlyList<string> Categories, IReadOnlyList<LinkedItem> Linked, DateTimeOffset Made);

internal sealed record LinkedItem(string? WebUrl, string? ApplicationName, string? DisplayName, string? ExternalId);
