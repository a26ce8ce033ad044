using Microsoft.Kiota.Abstractions;

namespace InboxNetworker.Graph;

/// <summary>Windows of the calendar.</summary>
public sealed partial class GraphMailbox
{
    /// <summary>Every meeting that touches the window, series expanded, cancelled and declined ones included. The service refuses windows of more than 1,825 days.</summary>
    public async Task<GraphAnswer<IReadOnlyList<MeetingEntry>>> MeetingsAsync(DateTimeOffset from, DateTimeOffset to, int pageSize, CancellationToken cancellation)
    {
        var reader = new MeetingPageReader(new SeenNames());
        using var bytes = new RawAnswer();
        var all = new List<MeetingEntry>();
        string? link = null;
        do
        {
            var answer = await connection.AskAsync(() => PageAsync(link), ReadCalendar, Patience.Background, cancellation).ConfigureAwait(false);
            if (answer.Value is not { } page)
            {
                return answer.As<IReadOnlyList<MeetingEntry>>();
            }

            all.AddRange(page.Meetings);
            link = page.NextLink;
        }
        while (link is not null);

        return new(all, null);

        async Task<MeetingPage?> PageAsync(string? at)
        {
            var view = connection.Client.Me.CalendarView;
            await (at is null ? view : view.WithUrl(at)).GetAsync(
                r =>
                {
                    r.Options.Add(new ResponseHandlerOption { ResponseHandler = bytes });
                    r.Headers.Add("Prefer", ImmutableIds);
                    if (at is null)
                    {
                        r.QueryParameters.StartDateTime = MeetingReading.Time(from);
                        r.QueryParameters.EndDateTime = MeetingReading.Time(to);
                        r.QueryParameters.Select = MeetingReading.Properties;
                        r.QueryParameters.Top = pageSize;
                    }
                },
                cancellation).ConfigureAwait(false);
            return reader.Read(bytes.Bytes);
        }
    }
}
