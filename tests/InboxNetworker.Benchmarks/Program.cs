using InboxNetworker.Benchmarks;

if (args is not ["write"])
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/InboxNetworker.Benchmarks -- write

          write   the write path for pages, against EF Core's AddRange and SaveChanges on the same rows
        """);
    return 2;
}

await WriteBenchmark.RunAsync(Console.Out, CancellationToken.None);
return 0;
