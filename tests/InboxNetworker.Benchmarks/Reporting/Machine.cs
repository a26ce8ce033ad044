using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace InboxNetworker.Benchmarks.Reporting;

/// <summary>What it was measured on.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:N0} GB of memory, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    /// <summary>The product is measured in this process too, so memory has to be collected in the same way as where it runs.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static void CheckCollector()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "InboxNetworker.Api.runtimeconfig.json")));
        var server = settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").TryGetProperty("System.GC.Server", out var value) && value.GetBoolean();
        if (server != GCSettings.IsServerGC)
        {
            throw new InvalidOperationException("The Api and the benchmarks differ in ServerGarbageCollection; set in InboxNetworker.Benchmarks.csproj what the Api has.");
        }
    }
}
