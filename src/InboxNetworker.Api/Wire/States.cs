using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Wire;

/// <summary>The states of a relationship as they are named in a request.</summary>
internal static class States
{
    public const string All = "unknown, new, close, steady, fading, dormant or resting";

    /// <summary>One name alone: no number, and no list.</summary>
    public static bool TryParse(string name, out RelationshipState state) =>
        Enum.TryParse(name, ignoreCase: true, out state) && Enum.IsDefined(state) && name.All(char.IsAsciiLetter);
}
