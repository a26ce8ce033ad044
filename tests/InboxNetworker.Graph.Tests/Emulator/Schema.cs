using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>Holds answers against the service's own description of its types (CSDL).</summary>
internal sealed class Schema
{
    private readonly IEdmModel _model;

    private Schema(IEdmModel model) => _model = model;

    /// <summary>The types the product uses, out of Microsoft's published metadata of v1.0 (see Metadata/).</summary>
    public static Schema Load()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("graph-v1.0-subset.csdl.xml")!;
        using var file = new StreamReader(stream);

        // The subset ends before the type that stands between a user and the task lists, which a context URL goes through:
        // https://learn.microsoft.com/graph/api/resources/todo
        const string Todo = """
            <EntityType Name="todo" BaseType="graph.entity"><NavigationProperty Name="lists" Type="Collection(graph.todoTaskList)" ContainsTarget="true" /></EntityType>

            """;

        // The service leaves the media part of a message out at this level of metadata; the strict reader would demand it.
        using var text = new StringReader(file.ReadToEnd()
            .Replace(" HasStream=\"true\"", "", StringComparison.Ordinal)
            .Replace("<EntityType Name=\"todoTask\"", Todo + "<EntityType Name=\"todoTask\"", StringComparison.Ordinal));
        using var xml = XmlReader.Create(text);
        return new Schema(CsdlReader.Parse(xml));
    }

    /// <summary>Reads the whole document with the strict reader; gives how many resources and nested values it met.</summary>
    public int Read(string json, string type, bool collection)
    {
        // In the context of change tracking the service writes a short type name, which the strict reader does not know.
        var document = JsonNode.Parse(json)!.AsObject();
        document["@odata.context"] = document["@odata.context"]!.GetValue<string>()
            .Replace("#Collection(message)", "#Collection(microsoft.graph.message)", StringComparison.Ordinal)
            .Replace("#Collection(event)", "#Collection(microsoft.graph.event)", StringComparison.Ordinal);
        var count = TakeRemovals(document, "#microsoft.graph." + type);
        var structure = (IEdmStructuredType)_model.FindType("microsoft.graph." + type);
        using var reader = new ODataMessageReader(
            new Answer(document.ToJsonString()),
            new ODataMessageReaderSettings
            {
                BaseUri = new Uri("http://localhost/v1.0/"),
                Validations = ValidationKinds.All,
                EnableReadingODataAnnotationWithoutPrefix = false,
                ShouldIncludeAnnotation = _ => true,
            },
            _model);
        var items = collection ? reader.CreateODataResourceSetReader(structure) : reader.CreateODataResourceReader(structure);
        while (items.Read())
        {
            if (items.State == ODataReaderState.ResourceEnd)
            {
                count++;
                var resource = (ODataResource?)items.Item;
                foreach (var property in resource?.Properties.OfType<ODataProperty>() ?? [])
                {
                    Assert.False(property.Value is ODataUntypedValue, $"{type}.{property.Name} has a value of no known type.");
                    Assert.True(Declared(resource!.TypeName, property.Name), $"{resource.TypeName} has no property '{property.Name}'.");
                    foreach (var value in property.Value is ODataCollectionValue many ? many.Items.OfType<ODataEnumValue>() : new[] { property.Value }.OfType<ODataEnumValue>())
                    {
                        Assert.True(IsMember(value), $"{resource.TypeName}.{property.Name} can't be '{value.Value}'.");
                    }
                }
            }
        }

        return count;
    }

    /// <summary>The reader knows a removal only under a context the service does not write, so removals are checked by hand.</summary>
    private static int TakeRemovals(JsonObject document, string type)
    {
        var value = document["value"] as JsonArray ?? [];
        var removals = value.OfType<JsonObject>().Where(i => i.ContainsKey("@removed")).ToList();
        foreach (var removal in removals)
        {
            Assert.Equal(["@odata.type", "@removed", "id"], removal.Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.Equal(type, removal["@odata.type"]!.GetValue<string>());
            Assert.NotEmpty(removal["id"]!.GetValue<string>());
            Assert.Equal("reason", Assert.Single(removal["@removed"]!.AsObject()).Key);
            Assert.Contains(removal["@removed"]!["reason"]!.GetValue<string>(), new[] { "changed", "deleted" });
            value.Remove(removal);
        }

        return removals.Count;
    }

    /// <summary>Many of the service's types are open, so the reader lets any name pass; a misspelled one must not.</summary>
    private bool Declared(string type, string property) => ((IEdmStructuredType)_model.FindType(type)).FindProperty(property) is not null;

    /// <summary>The reader takes any text for a member.</summary>
    private bool IsMember(ODataEnumValue value) => ((IEdmEnumType)_model.FindType(value.TypeName)).Members.Any(m => m.Name == value.Value);

    private sealed class Answer(string json) : IODataResponseMessage
    {
        private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json;odata.metadata=minimal;charset=utf-8",
            ["OData-Version"] = "4.0",
        };

        public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

        public int StatusCode { get; set; } = 200;

        public string? GetHeader(string headerName) => _headers.GetValueOrDefault(headerName);

        public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

        public Stream GetStream() => new MemoryStream(Encoding.UTF8.GetBytes(json));
    }
}
