using InboxNetworker.Core.Drafts;

namespace InboxNetworker.Api.Drafts;

/// <param name="Intent">Null for the one that the relationship suggests.</param>
/// <param name="With">The id of the contact to introduce them to; only for <c>introduce</c>.</param>
/// <param name="Writer">Have the AI writer word it, where there is one.</param>
public sealed record DraftWanted(Intent? Intent, string? With, bool Writer);

public enum WrittenBy
{
    Template,

    /// <summary>By a language model, from what the template said.</summary>
    Ai,

    /// <summary>By the template, because the AI writer did not answer in time or not usefully.</summary>
    TemplateInstead,
}

/// <param name="Intents">All there are, the one that the relationship suggests first.</param>
/// <param name="Html">Says the same as <paramref name="Text"/>.</param>
/// <param name="TemplateFault">Why the owner's own template was not used; null where it was, or where there is none.</param>
/// <param name="CanRewrite">There is an AI writer.</param>
/// <param name="Continues">The conversation that can be continued; null for none.</param>
public sealed record DraftView(
    Intent Intent, IReadOnlyList<Intent> Intents, IReadOnlyList<string> To, string Subject, string Html, string Text, WrittenBy WrittenBy, string? TemplateFault, bool CanRewrite, ContinuesView? Continues);

/// <param name="Subject">Of the newest mail, without «Re:».</param>
/// <param name="Suggested">The draft answers it.</param>
public sealed record ContinuesView(string Subject, bool Suggested);

/// <summary>The draft as the user left it.</summary>
/// <param name="Subject">One line; where a conversation is continued its own stays, and this is for the case that it has gone.</param>
/// <param name="To">1 to 100 addresses; null for the contact's own. Where a conversation is continued it goes to the contact alone.</param>
/// <param name="Continue">As a reply to the newest message of the last conversation, its history quoted.</param>
public sealed record DraftToSave(string Subject, string Text, IReadOnlyList<string>? To, bool Continue);

/// <param name="WebLink">Opens it in Outlook on the web; null when there is none.</param>
/// <param name="Continued">It is a reply; false where the conversation was asked for and is not in the mailbox any more.</param>
public sealed record SavedDraftView(string Id, string? WebLink, string Subject, bool Continued);

public sealed record IntroductionList(IReadOnlyList<IntroductionView> Items);

/// <summary>Somebody who could be introduced.</summary>
public sealed record IntroductionView(string ContactId, string Name, string Address, string? Company, string? Department);
