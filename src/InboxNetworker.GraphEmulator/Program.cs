using InboxNetworker.GraphEmulator.CommandLine;

return await EmulatorCommand.Create(TimeProvider.System).Parse(args).InvokeAsync();
