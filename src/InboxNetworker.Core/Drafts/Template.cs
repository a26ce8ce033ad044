using InboxNetworker.Core.Drafts.Texts;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Drafts;

/// <summary>A mail in Liquid (https://shopify.github.io/liquid), in which the values of <see cref="DraftFacts"/> stand.</summary>
/// <param name="Subject">At most <see cref="MaxSubject"/> UTF-16 units.</param>
/// <param name="Text">At most <see cref="MaxText"/>; lines end with a line feed.</param>
public sealed record Template(string Subject, string Text)
{
    public const int MaxSubject = 1_000, MaxText = 8_000;

    /// <summary>As it came with the product.</summary>
    public static Template BuiltIn(Intent intent, Words language) => (language == Words.German ? GermanTexts.All : EnglishTexts.All)[intent];
}
