using System.ClientModel;
using System.ClientModel.Primitives;
using InboxNetworker.Api.Hosting;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace InboxNetworker.Api.Drafts;

/// <summary>The language model behind <see cref="DraftWriter"/>: none by default.</summary>
internal static class WriterSetup
{
    /// <remarks>Azure OpenAI speaks OpenAI's protocol under <c>/openai/v1/</c>: https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle.</remarks>
    public static void AddWriter(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => services.GetRequiredService<Settings>().Writer);
        builder.Services.AddSingleton(services => new DraftWriter(
            services.GetRequiredService<WriterSettings>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<DraftWriter>>(), Client(services.GetRequiredService<WriterSettings>())));
    }

    private static IChatClient? Client(WriterSettings settings) => settings.Kind switch
    {
        WriterKind.Ollama => new OllamaApiClient(NewHttp(settings.Endpoint!), settings.Model!),
        WriterKind.AzureOpenAI => new OpenAIClient(
            new ApiKeyCredential(settings.Key!),
            new OpenAIClientOptions { Endpoint = new Uri(settings.Endpoint!, "/openai/v1/"), Transport = new HttpClientPipelineTransport(NewHttp(settings.Endpoint!)) }).GetChatClient(settings.Model!).AsIChatClient(),
        _ => null,
    };

    /// <summary>What a draft says goes to the address that was configured, and nowhere that its answer points to. For as long as the program runs.</summary>
    private static HttpClient NewHttp(Uri endpoint) => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
    {
        BaseAddress = endpoint,
        Timeout = Timeout.InfiniteTimeSpan, // the writer's own patience ends a request
    };
}
