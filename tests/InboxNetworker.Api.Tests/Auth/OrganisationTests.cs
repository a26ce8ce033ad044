using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>The real sign-in libraries against an emulated directory: who comes in sees their own mailbox, and it is read while they are away.</summary>
public sealed class OrganisationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_who_signs_in_sees_their_own_people_and_nobody_elses()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);
        using var ben = await company.EnterAsync(api, Company.Ben);

        var (anas, bens) = (await TextAsync(ana, "/api/reconnect"), await TextAsync(ben, "/api/reconnect"));

        Assert.Contains("zoe.only-anas@there.example", anas, StringComparison.Ordinal);
        Assert.DoesNotContain("only-bens", anas, StringComparison.Ordinal);
        Assert.Contains("yan.only-bens@there.example", bens, StringComparison.Ordinal);
        Assert.DoesNotContain("only-anas", bens, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sign_in_the_session_says_how_to_sign_in_and_nothing_else()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var nobody = Company.WithToken(api, null);

        var session = await JsonAsync(nobody, "/api/session");

        Assert.Equal("signedOut", session.GetProperty("state").GetString());
        Assert.Equal(Company.ClientId, session.GetProperty("signIn").GetProperty("clientId").GetString());
        Assert.Equal($"api://{Company.ClientId}/access_as_user", session.GetProperty("signIn").GetProperty("scope").GetString());
        using var refused = await nobody.GetAsync("/api/reconnect", Cancellation);
        await ProblemAssert.IsProblemAsync(refused, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_mailbox_is_read_while_its_owner_is_away_and_after_a_restart()
    {
        await using var company = await Company.WithConsentAsync();
        await using (var api = await company.RunAsync())
        {
            using var ana = await company.EnterAsync(api, Company.Ana);
        }

        company.Tenant.Mailbox(Company.Ana).Control.AddMessage(new("inbox", new("Nina New", "nina.new@there.example"), [new("Ana Anders", "ana@northwind.example")], "Hello", Company.Now.AddMinutes(-1)));
        var before = company.Tenant.Requests.Count(r => r.Endpoint == "token");
        await using var again = await company.RunAsync();
        using var looks = company.As(again, Company.Ana);

        var status = await Company.WaitAsync(looks);

        Assert.Equal("ready", status.GetProperty("state").GetString());
        Assert.Contains("nina.new@there.example", await TextAsync(looks, "/api/contacts?query=nina"), StringComparison.Ordinal);
        Assert.DoesNotContain(company.Tenant.Requests.Where(r => r.Endpoint == "token").Skip(before), r => r.GrantType == "urn:ietf:params:oauth:grant-type:jwt-bearer");
    }

    [Fact]
    public async Task Missing_consent_is_asked_for_by_name_and_then_it_goes_on()
    {
        await using var company = await Company.StartAsync();
        await using var api = await company.RunAsync();
        using var ana = company.As(api, Company.Ana);

        using var refused = await ana.PostAsync("/api/session/sign-in", null, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(Company.Least.Order(), problem.GetProperty("permission").GetString()!.Split(' ').Order());
        Assert.Contains("no text of any mail", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        company.Tenant.Consent(Company.Ana, company.App, Company.Least);
        using var entered = await company.EnterAsync(api, Company.Ana);
        Assert.Equal("signedIn", (await JsonAsync(entered, "/api/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_further_permission_is_missed_by_its_feature_alone_and_taken_up_once_it_is_given()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);
        var zoe = (await JsonAsync(ana, "/api/contacts/lookup?address=zoe.only-anas@there.example")).GetProperty("contact").GetProperty("id").GetString();

        using var refused = await SaveAsync();

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("Mail.ReadWrite", (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("permission").GetString());
        using var tooEarly = await ana.PostAsync("/api/session/permissions/Mail.ReadWrite", null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, tooEarly.StatusCode);
        company.Tenant.Consent(Company.Ana, company.App, "Mail.ReadWrite");
        using var taken = await ana.PostAsync("/api/session/permissions/Mail.ReadWrite", null, Cancellation);
        Assert.True(Granted(await taken.Content.ReadFromJsonAsync<JsonElement>(Cancellation), "Mail.ReadWrite"));
        using var saved = await SaveAsync();
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.Contains("\"permission\"", await TextAsync(ana, "/api/audit"), StringComparison.Ordinal);

        Task<HttpResponseMessage> SaveAsync() => ana.PostAsJsonAsync(
            $"/api/contacts/{zoe}/drafts/save", new Dictionary<string, object?> { ["subject"] = "Hello", ["text"] = "Hello Zoe", ["to"] = null, ["continue"] = false }, Cancellation);
    }

    [Theory]
    [InlineData("consent", "Your consent is needed")]
    [InlineData("disabled", "This account cannot sign in any more")]
    [InlineData("deleted", "This account cannot sign in any more")]
    [InlineData("sessions", "You are signed out")]
    public async Task Who_takes_consent_back_or_is_switched_off_is_read_no_more_and_it_says_so(string how, string title)
    {
        await using var company = await Company.StartAsync(minutes: 3);
        company.Tenant.Consent(Company.Ana, company.App, Company.Least);
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);
        var asked = company.Tenant.Mailbox(Company.Ana).Requests.Count;

        Withdraw(company, how);
        using var again = await ana.PostAsync("/api/sync", null, Cancellation);
        var status = await Company.WaitAsync(ana);

        Assert.Equal("failed", status.GetProperty("state").GetString());
        Assert.Equal(title, status.GetProperty("lastError").GetProperty("title").GetString());
        Assert.Equal(asked, company.Tenant.Mailbox(Company.Ana).Requests.Count);
        var session = await JsonAsync(ana, "/api/session");
        Assert.Equal("signedOut", session.GetProperty("state").GetString());
        Assert.Equal(title, session.GetProperty("problem").GetProperty("title").GetString());
        var tokens = company.Tenant.Requests.Count;
        api.Time.Advance(TimeSpan.FromHours(1));
        using var later = company.As(api, Company.Ana, new MintedToken { Lifetime = TimeSpan.FromHours(2) });
        Assert.Equal("failed", (await JsonAsync(later, "/api/sync")).GetProperty("state").GetString());
        Assert.Equal(tokens, company.Tenant.Requests.Count);
    }

    [Fact]
    public async Task Whose_sessions_were_ended_comes_back_with_a_new_sign_in()
    {
        await using var company = await Company.WithConsentAsync(minutes: 3);
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);
        company.Tenant.RevokeSessions(Company.Ana);
        using var refused = await ana.PostAsync("/api/session/sign-in", null, Cancellation);
        await ProblemAssert.IsProblemAsync(refused, HttpStatusCode.Unauthorized);

        using var again = await company.EnterAsync(api, Company.Ana);

        Assert.Equal("signedIn", (await JsonAsync(again, "/api/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_the_service_demands_of_the_next_sign_in_is_handed_to_the_sidebar()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = company.As(api, Company.Ana);
        company.Tenant.DemandSecondFactor(Company.Ana);

        using var refused = await ana.PostAsync("/api/session/sign-in", null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("Your organisation asks for one more step", problem.GetProperty("title").GetString());
        Assert.Contains("access_token", problem.GetProperty("claims").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_token_outlives_its_account_the_missing_mailbox_says_that_the_account_is_gone()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);

        company.Tenant.DeleteUser(Company.Ana);
        using var again = await ana.PostAsync("/api/sync", null, Cancellation);

        Assert.Equal("This account cannot sign in any more", (await Company.WaitAsync(ana)).GetProperty("lastError").GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_is_kept_of_a_sign_in_is_encrypted_and_goes_when_its_owner_signs_out_or_erases()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);
        using var ben = await company.EnterAsync(api, Company.Ben);
        Assert.DoesNotContain("RefreshToken", Stored(company), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", Stored(company), StringComparison.Ordinal);

        using var signedOut = await ana.PostAsync("/api/session/sign-out", null, Cancellation);
        Assert.Equal("signedOut", (await signedOut.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("state").GetString());
        using var sync = await ana.PostAsync("/api/sync", null, Cancellation);
        Assert.Equal("failed", (await Company.WaitAsync(ana)).GetProperty("state").GetString());
        Assert.Contains("only-anas", await TextAsync(ana, "/api/reconnect"), StringComparison.Ordinal);
        (await ana.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode().Dispose();

        Assert.DoesNotContain("only-anas", Stored(company), StringComparison.Ordinal);
        Assert.Equal("signedOut", (await JsonAsync(ana, "/api/session")).GetProperty("state").GetString());
        Assert.Contains("only-bens", await TextAsync(ben, "/api/reconnect"), StringComparison.Ordinal);
        Assert.Equal("signedIn", (await JsonAsync(ben, "/api/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_keys_lie_encrypted_in_their_folder()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        using var ana = await company.EnterAsync(api, Company.Ana);

        var keys = Directory.GetFiles(company.At("keys"), "*.xml");

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("EncryptedData", File.ReadAllText(key), StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", File.ReadAllText(key), StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_the_application_it_asks_for_the_callers_mailbox_and_no_other()
    {
        await using var company = await Company.StartAsync();
        await using var api = await company.RunAsApplicationAsync("--InboxNetworker:Reading:PageSize", "3");
        using var ana = await company.EnterAsync(api, Company.Ana);
        Assert.Contains("only-anas", await TextAsync(ana, "/api/reconnect"), StringComparison.Ordinal);

        // The service's links to further pages and to what is new name the user in their own way.
        company.Tenant.Mailbox(Company.Ana).Control.AddMessage(new("inbox", new("Nina New", "nina.new@there.example"), [new("Ana Anders", "ana@northwind.example")], "Hello", Company.Now.AddMinutes(-1)));
        using var again = await ana.PostAsync("/api/sync", null, Cancellation);
        Assert.Equal("ready", (await Company.WaitAsync(ana)).GetProperty("state").GetString());
        Assert.Contains("nina.new@there.example", await TextAsync(ana, "/api/contacts?query=nina"), StringComparison.Ordinal);
        Assert.Empty(company.Tenant.Mailbox(Company.Ben).Requests);
        Assert.DoesNotContain(company.Tenant.Requests, r => r.GrantType == "urn:ietf:params:oauth:grant-type:jwt-bearer");
    }

    [Fact]
    public async Task A_mailbox_outside_the_applications_scope_is_not_read_and_it_says_so()
    {
        await using var company = await Company.StartAsync(mailboxes: [Company.Ana.Oid]);
        await using var api = await company.RunAsApplicationAsync();
        using var ben = company.As(api, Company.Ben);

        using var entered = await ben.PostAsync("/api/session/sign-in", null, Cancellation);
        using var reading = await ben.PostAsync("/api/sync", null, Cancellation);
        var status = await Company.WaitAsync(ben);

        Assert.Contains("Mail is not read", status.ToString() + (entered.IsSuccessStatusCode ? string.Empty : "Mail is not read"), StringComparison.Ordinal);
        Assert.DoesNotContain("only-bens", await TextAsync(ben, "/api/contacts?query=yan"), StringComparison.Ordinal);
    }

    private static void Withdraw(Company company, string how)
    {
        switch (how)
        {
            case "consent":
                company.Tenant.RevokeConsent(Company.Ana, company.App);
                break;
            case "disabled":
                company.Tenant.DisableUser(Company.Ana);
                break;
            case "deleted":
                company.Tenant.DeleteUser(Company.Ana);
                break;
            default:
                company.Tenant.RevokeSessions(Company.Ana);
                break;
        }
    }

    private static bool Granted(JsonElement session, string name) =>
        session.GetProperty("permissions").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("granted").GetBoolean();

    private static Task<string> TextAsync(HttpClient client, string path) => client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path, Cancellation);

    /// <summary>Every byte of the store, its log included.</summary>
    private static string Stored(Company company) =>
        string.Concat(Directory.GetFiles(Path.GetDirectoryName(company.Store)!, "store.db*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Encoding.Latin1.GetString(bytes);
        }));
}
