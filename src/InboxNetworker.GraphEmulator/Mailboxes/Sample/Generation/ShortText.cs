namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>A few neutral lines for the newest messages, so that a reading pane is not empty.</summary>
internal static class ShortText
{
    private static readonly string[] Openings =
    [
        "here is what we have so far. Could you have a look and tell me what is missing?",
        "I have put my comments into the document. Two small things are still open, the rest is fine for me.",
        "thanks for the quick call. I will send the next version by the end of the week.",
        "short question before I go on: does this still match what we agreed?",
        "works for me. Let us keep it as it is and move on.",
        "sorry for the delay, the last days were full. You find my answers below.",
        "could we take ten minutes for this tomorrow? It is easier to talk it through.",
        "the figures are in now and look better than expected. Details on request.",
        "I asked around: nobody objects. Please go ahead.",
        "attached is the updated version; the changes are on page two.",
    ];

    private static readonly string[] Closings = ["Best,", "Best regards,", "Thanks,", "Kind regards,", "Many thanks and see you soon,"];

    public static string For(Letter letter, ref Dice dice)
    {
        if (letter.Kind != MessageKind.Message || letter.Drawer is Drawer.Invitation)
        {
            return "";
        }

        if (letter.Drawer is not (Drawer.Correspondence or Drawer.List))
        {
            return $"{letter.Subject}\n\nThis message was sent automatically.";
        }

        var greeting = letter.To.Count == 1 && letter.To[0] == Cast.Me ? "Hello Ines,"
            : letter.To.Count == 1 && letter.Drawer == Drawer.Correspondence && letter.To[0].Name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && !letter.To[0].Name.Contains(',', StringComparison.Ordinal)
                ? $"Hello {letter.To[0].Name[..space]},"
            : "Hello,";
        return $"{greeting}\n\n{dice.Pick(Openings)}\n\n{dice.Pick(Closings)}\n{letter.From.Name}";
    }
}
