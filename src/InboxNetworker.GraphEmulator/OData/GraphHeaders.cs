namespace InboxNetworker.GraphEmulator.OData;

internal static class GraphHeaders
{
    public const string RequestId = "request-id";
    public const string ClientRequestId = "client-request-id";
    public const string ODataVersion = "OData-Version";
    public const string Prefer = "Prefer";
    public const string PreferenceApplied = "Preference-Applied";
}
