namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Which properties of a message differ between two of its states.</summary>
internal static class MessageDifference
{
    public static IEnumerable<string> Of(StoredMessage a, StoredMessage b)
    {
        var (x, y) = (a.Content, b.Content);
        (string Name, bool Differs)[] properties =
        [
            ("subject", x.Subject != y.Subject),
            ("isRead", x.IsRead != y.IsRead),
            ("isDraft", x.IsDraft != y.IsDraft),
            ("sentDateTime", x.Sent != y.Sent),
            ("receivedDateTime", x.Sent != y.Sent),
            ("from", x.From != y.From),
            ("sender", (x.Sender ?? x.From) != (y.Sender ?? y.From)),
            ("toRecipients", !x.To.SequenceEqual(y.To)),
            ("ccRecipients", !x.Cc.SequenceEqual(y.Cc)),
            ("bccRecipients", !(x.Bcc ?? []).SequenceEqual(y.Bcc ?? [])),
            ("body", x.Text != y.Text || a.Written.Html != b.Written.Html),
            ("bodyPreview", x.Text != y.Text),
            ("internetMessageId", x.InternetMessageId != y.InternetMessageId),
            ("replyTo", !a.Written.ReplyTo.SequenceEqual(b.Written.ReplyTo)),
            ("categories", !a.Written.Categories.SequenceEqual(b.Written.Categories)),
            ("importance", a.Written.Importance != b.Written.Importance),
            ("inferenceClassification", a.Written.InferenceClassification != b.Written.InferenceClassification),
            ("flag", a.Written.FlagStatus != b.Written.FlagStatus),
        ];
        return properties.Where(p => p.Differs).Select(p => p.Name);
    }
}
