namespace InboxNetworker.Api.Wire;

/// <summary>How many items a list may be asked for.</summary>
internal static class Limits
{
    public const int Default = 20, Max = 100;

    public static readonly string Range = $"a whole number from 1 to {Max}";

    public static bool Allows(int limit) => limit is >= 1 and <= Max;
}
