using InboxNetworker.Api.Hosting;
using Orleans.Concurrency;

namespace InboxNetworker.Api.Alerts;

/// <summary>The one place where alerts of a mailbox are decided and delivered, wherever in the cluster it is: never twice at once.</summary>
internal interface IAlertGrain : IGrainWithStringKey
{
    /// <summary>Decides and delivers, after all that was asked for before.</summary>
    Task RunAsync();

    /// <summary>The same, without being waited for.</summary>
    [OneWay]
    Task BeginAsync();
}

/// <summary>Serialises; the truth is in the store.</summary>
internal sealed class AlertGrain(MailboxSessions sessions) : Grain, IAlertGrain, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    private AlertRound Round => sessions.Of(this.GetPrimaryKeyString()).Services.GetRequiredService<AlertRound>();

    public Task RunAsync() => Round.RunAsync(_stopping.Token);

    public Task BeginAsync() => Round.RunAsync(_stopping.Token);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _stopping.CancelAsync();

    public void Dispose() => _stopping.Dispose();
}
