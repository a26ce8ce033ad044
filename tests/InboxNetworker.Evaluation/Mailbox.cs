namespace InboxNetworker.Evaluation;

/// <param name="At">UTC, seconds since 1970.</param>
/// <param name="Outgoing">The owner wrote.</param>
internal readonly record struct Contact(long At, bool Outgoing);

/// <param name="Contacts">Of each address in lower case, oldest first.</param>
/// <param name="Own">The owner's addresses, in lower case, in the order of <c>owners.tsv</c>; at least one.</param>
/// <param name="BadLines">Where and why, for each line that was left out.</param>
internal sealed record Mailbox(string Name, IReadOnlyList<string> Own, IReadOnlyDictionary<string, IReadOnlyList<Contact>> Contacts, IReadOnlyList<string> BadLines);
