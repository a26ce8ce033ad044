using InboxNetworker.Core.Drafts;

namespace InboxNetworker.Api.Drafts;

/// <param name="Html">Says the same as <paramref name="Text"/>.</param>
public sealed record DraftView(IReadOnlyList<string> To, string Subject, string Html, string Text)
{
    public static DraftView Of(Draft draft) => new(draft.To, draft.Subject, draft.Html, draft.Text);
}

/// <summary>The draft as the user left it.</summary>
public sealed record DraftToSave(string Subject, string Text);

/// <param name="WebLink">Opens it in Outlook on the web; null when there is none.</param>
public sealed record SavedDraftView(string Id, string? WebLink, string Subject);
