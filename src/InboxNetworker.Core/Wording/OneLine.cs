namespace InboxNetworker.Core.Wording;

/// <summary>Texts that came from elsewhere, made as safe in a mail's header, a calendar's line and a list as they are in a sentence.</summary>
public static class OneLine
{
    /// <summary>Without control characters, line ends and what cannot be seen; no more than one space at a time.</summary>
    public static string Of(string? text) => string.Join(
        ' ',
        string.Concat((text ?? string.Empty).Where(c => !IsInvisible(c)).Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Characters that turn the direction of what follows, or show nothing; but not the joiners, of which words and emoji are made.</summary>
    private static bool IsInvisible(char c) => c is '\u200b' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
