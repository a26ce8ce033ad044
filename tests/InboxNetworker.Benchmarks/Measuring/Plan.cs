namespace InboxNetworker.Benchmarks.Measuring;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Of each competitor; 1 or more.</param>
/// <param name="WarmUps">
/// How often each reading is made unmeasured before; 1 or more. The compiler goes on for some ten of them, and a server has long been through that.
/// </param>
/// <param name="Starts">Of what has to be started as a process for each measurement; 1 or more.</param>
/// <param name="Small">Messages of the small mailbox.</param>
/// <param name="Middle">Of the one that speed is measured on.</param>
/// <param name="Large">Of the one that growth is measured on.</param>
/// <param name="Plain">How many messages the plain way reads of the middle one; it is timed by the message.</param>
/// <param name="Seconds">How long a server is put under load each time.</param>
internal sealed record Plan(int Rounds, int WarmUps, int Starts, int Small, int Middle, int Large, int Plain, double Seconds)
{
    public static Plan Full { get; } = new(5, 12, 5, 10_000, 100_000, 1_000_000, 20_000, 3);

    public static Plan Smoke { get; } = new(3, 2, 1, 2_000, 20_000, 30_000, 2_000, 0.5);
}
