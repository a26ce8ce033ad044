using InboxNetworker.Benchmarks;
using InboxNetworker.Benchmarks.Starting;

if (args is ["empty-silo", var url])
{
    await EmptySilo.RunAsync(url);
    return 0;
}

if (Command.Parse(args) is { } command)
{
    return await command.RunAsync(Console.Out);
}

Console.Error.WriteLine(Command.Usage);
return 2;
