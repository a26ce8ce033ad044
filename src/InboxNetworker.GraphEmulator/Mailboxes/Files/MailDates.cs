namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>The years a message can be of; a wrong clock may still be decades off, but a date beyond them is no date.</summary>
internal static class MailDates
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    public static bool CanBe(DateTimeOffset date) => date.UtcDateTime.Year is >= FirstYear and <= LastYear;
}
