using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>Where a round of change tracking over a window of the calendar stands.</summary>
/// <param name="Since">The change counter the last round ended with; −1 in the first round, which lists everything.</param>
/// <param name="Until">The change counter this round goes up to.</param>
/// <param name="Served">How many items the round has served; −1 before a page that is to be empty.</param>
internal sealed record ViewRound(CalendarWindow Window, long Since, long Until, int Served, bool Ended)
{
    public static ViewRound First(CalendarWindow window, long until, bool emptyPage) => new(window, -1, until, emptyPage ? -1 : 0, Ended: false);

    /// <summary>Null for a token this emulator never gave out.</summary>
    public static ViewRound? Read(SignedTokens tokens, string token) => tokens.Read(
        token,
        reader => new ViewRound(
            new CalendarWindow(new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero)),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadBoolean()));

    public string Write(SignedTokens tokens) => tokens.Write(writer =>
    {
        writer.Write(Window.From.UtcTicks);
        writer.Write(Window.To.UtcTicks);
        writer.Write(Since);
        writer.Write(Until);
        writer.Write(Served);
        writer.Write(Ended);
    });

    /// <summary>The round that begins where this one ended.</summary>
    public ViewRound Following(long until) => this with { Since = Until, Until = until, Served = 0, Ended = false };
}
