using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Doctor;

/// <summary>Whether Outlook, and Microsoft 365 with its notifications, find the program under its public name.</summary>
internal static class PublicAddressCheck
{
    public static async Task<Finding> LookAsync(IServiceProvider services, Settings settings)
    {
        if (settings.Notifications.PublicUrl is not { } address)
        {
            return Finding.Left(DoctorCommand.PublicAddress, "None is set: changes are found by asking, and Outlook has to run on this computer.");
        }

        try
        {
            using var client = new HttpClient(services.GetRequiredService<PublicTransport>().Handler()) { Timeout = TimeSpan.FromSeconds(20) };
            using var answer = await client.PostAsync(new Uri(address, $"{PublicPaths.Notifications}?validationToken=doctor"), null).ConfigureAwait(false);
            var said = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
            return said == "doctor"
                ? Finding.Good(DoctorCommand.PublicAddress, "The program answers there.")
                : Finding.Bad(DoctorCommand.PublicAddress, $"Something else answers at {address} ({(int)answer.StatusCode}).", "See that the proxy hands every path on to the program, with its Host header, and that the program runs.");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return Finding.Bad(
                DoctorCommand.PublicAddress,
                $"Nothing answers at {address} ({(error as HttpRequestException)?.HttpRequestError.ToString() ?? "it took too long"}).",
                "See that the program runs, that the name leads to it, and that its certificate is one that everybody trusts.");
        }
    }
}

/// <summary>How the program asks under its own public name; the tests put one there that trusts their own.</summary>
internal sealed record PublicTransport(Func<HttpMessageHandler> Handler)
{
    public static PublicTransport Default { get; } = new(() => new SocketsHttpHandler { AllowAutoRedirect = false });
}

internal static class DoctorSetup
{
    public static void AddDoctor(this WebApplicationBuilder builder) => builder.Services.AddSingleton(PublicTransport.Default);
}
