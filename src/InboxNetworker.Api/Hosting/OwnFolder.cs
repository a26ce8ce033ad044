namespace InboxNetworker.Api.Hosting;

/// <summary>In Personal mode: the folder with the store, the sign-in and the keys, which only its user can read.</summary>
internal sealed class OwnFolder(Settings settings)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path { get; } = settings.Store.File is { } file
        ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "InboxNetworker");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>One that is made here is the user's alone; of one that stands, nothing is changed but what is made in it.</summary>
    /// <exception cref="StartException">It cannot be made.</exception>
    public static void Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The folder «{path}» cannot be made ({refused.GetType().Name}). Name another one for the database, as --{Settings.Section}:Store:File /path/to/network.db");
        }
    }

    /// <summary>Whole or not at all, readable by its user alone.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            file.Write(bytes);
        }

        File.Move(beside, path, overwrite: true);
    }
}
