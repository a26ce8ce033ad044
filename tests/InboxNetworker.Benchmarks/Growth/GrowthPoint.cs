using InboxNetworker.Benchmarks.Measuring;

namespace InboxNetworker.Benchmarks.Growth;

/// <summary>What a mailbox of one size costs; null what has not been measured.</summary>
internal sealed class GrowthPoint(int messages, long jsonBytes)
{
    public int Messages => messages;

    public double JsonBytesPerMessage => (double)jsonBytes / messages;

    public Samples? MicrosecondsPerMessage { get; set; }

    public Samples? PeakMegabytes { get; set; }

    public double? StoreBytesPerMessage { get; set; }
}
