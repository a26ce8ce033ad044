using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Making, changing and deleting messages.</summary>
internal static class WriteEndpoints
{
    public static void MapWriting(this IEndpointRouteBuilder owner)
    {
        owner.MapPost("/messages", Create);
        owner.MapPatch("/messages/{message}", Change);
        owner.MapDelete("/messages/{message}", Delete);
        owner.MapPost("/messages/{message}/move", Move);
        owner.MapReplies();
    }

    private static async Task<IResult> Create(HttpContext http, MailboxStore mailbox)
    {
        var (input, error) = await MessageInput.ReadAsync(http.Request);
        if (input is null)
        {
            return error!;
        }

        var owner = new Recipient(mailbox.Owner.DisplayName, mailbox.Owner.Mail);
        var domain = owner.Address[(owner.Address.LastIndexOf('@') + 1)..];
        var now = mailbox.Mail.Now;
        var draft = mailbox.Mail.Add(
            key => input.ApplyTo(new Message(key, mailbox.Mail.Drafts.Info.Key, owner, [], [], "", now, key, $"<{WireIds.Hash(key):x32}@{domain}>", IsDraft: true)),
            input.ApplyTo(WrittenParts.None));

        Tell(mailbox, ChangeKind.Created, draft);
        var wire = Wire.Of(http, mailbox);
        http.Response.Headers.Location = $"{wire.Mine}/messages('{Uri.EscapeDataString(wire.Ids.Message(draft.FolderHash, draft.Key, wire.ImmutableIds))}')";
        return One(wire, draft, 201);
    }

    private static async Task<IResult> Change(HttpContext http, MailboxStore mailbox, string message)
    {
        if (MessageEndpoints.Find(mailbox, message, out var found) is { } notFound)
        {
            return notFound;
        }

        var (input, error) = await MessageInput.ReadAsync(http.Request);
        if (input is null)
        {
            return error!;
        }

        if (input.ChangesContent && !found!.Content.IsDraft)
        {
            return new GraphError(400, "ErrorInvalidPropertySet", "The properties of a message that is not a draft can't be changed, except isRead, categories, importance, flag and inferenceClassification.");
        }

        var changed = mailbox.Mail.Change(found!.Key, input.ApplyTo);
        if (changed is null)
        {
            return GraphError.ItemNotFound;
        }

        Tell(mailbox, ChangeKind.Updated, changed);
        return One(Wire.Of(http, mailbox), changed, 200);
    }

    private static IResult Delete(MailboxStore mailbox, string message)
    {
        if (MessageEndpoints.Find(mailbox, message, out var found) is { } notFound)
        {
            return notFound;
        }

        if (!mailbox.Mail.Delete(found!.Key))
        {
            return GraphError.ItemNotFound;
        }

        Tell(mailbox, ChangeKind.Deleted, found);
        return Results.NoContent();
    }

    private static async Task<IResult> Move(HttpContext http, MailboxStore mailbox, string message)
    {
        if (MessageEndpoints.Find(mailbox, message, out var found) is { } notFound)
        {
            return notFound;
        }

        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null || !body.TryText("destinationId", out var destination, out error))
        {
            return error!;
        }

        if (!mailbox.Mail.TryFindFolder(destination ?? "", out var folder))
        {
            return FolderEndpoints.NotFound(mailbox, destination ?? "");
        }

        var moved = mailbox.Mail.Move(found!.Key, folder);
        if (moved is null)
        {
            return GraphError.ItemNotFound;
        }

        Tell(mailbox, ChangeKind.Created, moved);
        return One(Wire.Of(http, mailbox), moved, 201);
    }

    internal static void Tell(MailboxStore mailbox, ChangeKind kind, StoredMessage message) =>
        mailbox.Tell(new MailboxChange(kind, ChangedResource.Message, mailbox.Ids.Message(message.FolderHash, message.Key, immutable: true), mailbox.Ids.Folder(message.FolderHash)));

    internal static GraphJson One(Wire wire, StoredMessage message, int status) =>
        Lists.Single($"{wire.OwnerContext}/messages/$entity", message, wire, MessageShape.Writer(MessageShape.Shape.Default), status);
}
