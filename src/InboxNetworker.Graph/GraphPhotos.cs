namespace InboxNetworker.Graph;

/// <param name="Jpeg">Empty when what the service gave is no picture, or too large for a face in a list.</param>
public sealed record Photo(byte[] Jpeg);

/// <summary>The faces of the owner's organisation.</summary>
public sealed class GraphPhotos(GraphConnection connection)
{
    public const string Permission = "User.ReadBasic.All";

    /// <summary>The service keeps photos of up to 648 pixels a side, of 100 KB or so.</summary>
    public const int MostBytes = 1 << 20;

    private static ReadOnlySpan<byte> JpegBegins => [0xFF, 0xD8, 0xFF];

    /// <param name="user">The address they sign in with.</param>
    /// <returns>A problem of the kind <see cref="GraphProblemKind.NotFound"/> for who has none.</returns>
    public Task<GraphAnswer<Photo>> OfAsync(string user, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            var content = await connection.Client.Users[user].Photo.Content.GetAsync(cancellationToken: cancellation).ConfigureAwait(false);
            if (content is null)
            {
                return null;
            }

            await using (content.ConfigureAwait(false))
            {
                var bytes = new byte[MostBytes + 1];
                var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                return new Photo(length <= MostBytes && bytes.AsSpan(0, length).StartsWith(JpegBegins) ? bytes[..length] : []);
            }
        },
        Permission,
        Patience.Person,
        cancellation);
}
