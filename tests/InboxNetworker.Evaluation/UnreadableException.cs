namespace InboxNetworker.Evaluation;

/// <summary>The input or output cannot be used; the message says what to do.</summary>
internal sealed class UnreadableException(string message, Exception? inner = null) : Exception(message, inner);
