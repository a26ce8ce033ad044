using System.Runtime.InteropServices;
using InboxNetworker.Benchmarks;
using InboxNetworker.Benchmarks.Processes;
using InboxNetworker.Benchmarks.Starting;

if (args is ["empty-silo", var url])
{
    await EmptySilo.RunAsync(url);
    return 0;
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, ChildProcess.EndAllWithThisOne);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ChildProcess.EndAllWithThisOne);
if (Command.Parse(args) is { } command)
{
    return await command.RunAsync(Console.Out);
}

Console.Error.WriteLine(Command.Usage);
return 2;
