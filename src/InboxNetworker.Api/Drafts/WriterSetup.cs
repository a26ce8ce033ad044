using System.ClientModel;
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
        WriterKind.Ollama => new OllamaApiClient(settings.Endpoint!, settings.Model!),
        WriterKind.AzureOpenAI => new OpenAIClient(new ApiKeyCredential(settings.Key!), new OpenAIClientOptions { Endpoint = new Uri(settings.Endpoint!, "/openai/v1/") }).GetChatClient(settings.Model!).AsIChatClient(),
        _ => null,
    };
}
