using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.OData;

internal delegate void WriteValue<in T>(Utf8JsonWriter json, T item, Wire wire);

/// <summary>One property of a resource.</summary>
/// <param name="Write">Writes the value alone; the name stands already.</param>
/// <param name="ByDefault">Whether it is served when the request has no <c>$select</c>.</param>
internal sealed record Property<T>(string Name, WriteValue<T> Write, bool ByDefault = true)
{
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);
}

/// <summary>The properties of a resource type, in the order they are written.</summary>
/// <param name="errorCode">The code under which the service refuses a <c>$select</c> of an unknown property.</param>
internal sealed class Shape<T>(string type, string errorCode, IReadOnlyList<Property<T>> properties)
{
    public Selection<T> Default { get; } = new(null, [.. properties.Where(p => p.ByDefault)]);

    /// <summary>An absent or empty <paramref name="select"/> is the default selection; <c>id</c> is always served.</summary>
    public bool TrySelect(string? select, [NotNullWhen(true)] out Selection<T>? selection, [NotNullWhen(false)] out GraphError? error)
    {
        error = null;
        selection = Default;
        if (string.IsNullOrWhiteSpace(select))
        {
            return true;
        }

        var wanted = new HashSet<Property<T>>();
        var names = select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            var property = properties.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (property is null && name != "*")
            {
                selection = null;
                error = new GraphError(400, errorCode, $"Could not find a property named '{name}' on type '{type}'.");
                return false;
            }

            wanted.UnionWith(property is null ? Default.Properties : [property]);
        }

        selection = new Selection<T>(string.Join(',', names), [.. properties.Where(p => p.Name == "id" || wanted.Contains(p))]);
        return true;
    }
}

/// <summary>The properties one request asked for.</summary>
/// <param name="Text">The <c>$select</c> as given, null for the default.</param>
internal sealed record Selection<T>(string? Text, IReadOnlyList<Property<T>> Properties)
{
    /// <summary>What the service adds to the context of a narrowed answer: <c>(subject,from)</c>.</summary>
    public string ContextSuffix => Text is null ? "" : $"({Text})";

    public void Write(Utf8JsonWriter json, T item, Wire wire)
    {
        for (var i = 0; i < Properties.Count; i++)
        {
            if (!wire.Withheld.Contains(Properties[i].Name))
            {
                json.WritePropertyName(Properties[i].EncodedName);
                Properties[i].Write(json, item, wire);
            }
        }
    }
}
