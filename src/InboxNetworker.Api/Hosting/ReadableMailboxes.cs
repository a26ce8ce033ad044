using InboxNetworker.Data;

namespace InboxNetworker.Api.Hosting;

/// <summary>Whose mailboxes are read from the start on, as the mode and what is known of sign-ins say.</summary>
/// <returns>The keys of their sessions.</returns>
internal delegate Task<IReadOnlyList<string>> ReadableMailboxes(NetworkContext db, CancellationToken cancellation);

/// <summary>Has a mailbox read from now on, because its owner has signed in, or may again; readings know no sign-in.</summary>
internal delegate Task BeginReading(string key);
