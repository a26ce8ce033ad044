namespace InboxNetworker.GraphEmulator.OData;

/// <summary>Query options the service honours and the emulator does not: refused, never ignored.</summary>
internal static class Unsupported
{
    public static GraphError? Option(HttpRequest request, params ReadOnlySpan<string> options)
    {
        foreach (var option in options)
        {
            if (request.Query.ContainsKey(option))
            {
                return GraphError.NotEmulated($"the query option '{option}' here");
            }
        }

        return null;
    }
}
