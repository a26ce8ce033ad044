using InboxNetworker.Graph;

namespace InboxNetworker.Api.Preview;

/// <param name="Label">Says that this is not Outlook.</param>
public sealed record PreviewInfo(string Label, PreviewParticipant Owner);

public sealed record PreviewParticipant(string Name, string Address);

public sealed record PreviewFolder(string Folder, IReadOnlyList<PreviewMessage> Items);

/// <param name="Text">Of a draft that is opened by itself; null for everything else: no mail's text is read.</param>
public sealed record PreviewMessage(
    string Id,
    PreviewParticipant? From,
    IReadOnlyList<PreviewParticipant> To,
    IReadOnlyList<PreviewParticipant> Cc,
    string Subject,
    DateTimeOffset At,
    bool IsRead,
    bool IsDraft,
    string? Text)
{
    public static PreviewMessage Of(ShownMessage message) => new(
        message.Id,
        message.From is { } from ? Of(from) : null,
        [.. message.To.Select(Of)],
        [.. message.Cc.Select(Of)],
        message.Subject,
        message.At,
        message.IsRead,
        message.IsDraft,
        message.DraftText);

    private static PreviewParticipant Of(ShownParticipant participant) => new(participant.Name, participant.Address);
}
