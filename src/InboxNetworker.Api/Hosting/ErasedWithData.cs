namespace InboxNetworker.Api.Hosting;

/// <summary>What a feature keeps of a mailbox outside the store's tables, as cached tokens, and erases with them; the erasure knows no feature.</summary>
/// <param name="mailboxId">No row is of it any more.</param>
internal delegate Task ErasedWithData(long mailboxId, CancellationToken cancellation);
