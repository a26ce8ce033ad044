using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Batch;

/// <summary>One request inside a batch.</summary>
/// <param name="DependsOn">Ids of steps that stand in the same batch.</param>
internal sealed record BatchStep(string Id, string Method, string Url, JsonObject? Headers, JsonNode? Body, IReadOnlyList<string> DependsOn)
{
    /// <summary>More steps than this are refused.</summary>
    public const int Limit = 20;

    public static bool TryReadAll(JsonObject batch, [NotNullWhen(true)] out List<BatchStep>? steps, [NotNullWhen(false)] out GraphError? error)
    {
        steps = [];
        error = null;
        if (batch["requests"] is not JsonArray { Count: > 0 } requests)
        {
            error = GraphError.BadRequest("Invalid batch payload format.");
            return false;
        }

        if (requests.Count > Limit)
        {
            error = new GraphError(400, "MaximumValueExceeded", $"Number of batch request steps exceeds the maximum value of {Limit}.");
            return false;
        }

        foreach (var request in requests)
        {
            if (Read(request as JsonObject) is not { } step)
            {
                error = GraphError.BadRequest("Invalid batch payload format: every request takes an id, a method and a url.");
                return false;
            }

            steps.Add(step);
        }

        error = Contradiction(steps);
        return error is null;
    }

    private static BatchStep? Read(JsonObject? request)
    {
        var (id, method, url) = (Text(request?["id"]), Text(request?["method"]), Text(request?["url"]));
        if (id is null || method is null || url is null)
        {
            return null;
        }

        var dependsOn = request!["dependsOn"] is JsonArray ids ? ids.Select(i => Text(i) ?? "").ToList() : [];
        return new BatchStep(id, method.ToUpperInvariant(), url, request["headers"] as JsonObject, request["body"], dependsOn);
    }

    private static GraphError? Contradiction(List<BatchStep> steps)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (steps.Find(s => !ids.Add(s.Id)) is { } repeated)
        {
            return GraphError.BadRequest($"Request Id '{repeated.Id}' stands more than once in the batch; it has to be unique.");
        }

        if (steps.SelectMany(s => s.DependsOn).FirstOrDefault(d => !ids.Contains(d)) is { } unknown)
        {
            return GraphError.BadRequest($"Request Id '{unknown}' in dependsOn is not in the batch.");
        }

        // What can be done is taken away until nothing is left, or only a circle.
        var left = steps.ToList();
        while (left.RemoveAll(s => !s.DependsOn.Any(d => left.Exists(l => l.Id.Equals(d, StringComparison.OrdinalIgnoreCase)))) > 0)
        {
        }

        return left.Count == 0 ? null : GraphError.BadRequest($"Request Id '{left[0].Id}' depends on itself.");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
