using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>
/// Lets a client reach the emulated tenant and nothing else. It trusts the tenant's certificate and no other, and leads the name the libraries
/// know the sign-in service by to the tenant, since they ask there whether an authority is genuine.
/// </summary>
internal static class TenantHandler
{
    public const string KnownHost = "login.microsoftonline.com";

    public static SocketsHttpHandler Create(X509Certificate2 certificate, Uri authority)
    {
        var trusted = certificate.GetCertHashString();
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetCertHashString() == trusted,
            },
            ConnectCallback = async (context, cancellationToken) =>
            {
                var asked = context.DnsEndPoint;
                EndPoint target = asked.Host == KnownHost ? new IPEndPoint(IPAddress.Loopback, authority.Port)
                    : IPAddress.TryParse(asked.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address) ? new IPEndPoint(address, asked.Port)
                    : asked.Host == "localhost" ? new IPEndPoint(IPAddress.Loopback, asked.Port)
                    : throw new HttpRequestException($"{asked.Host} is not part of the emulated tenant.");
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(target, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
    }
}
