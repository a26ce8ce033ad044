using CsCheck;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class NoiseRulesTests
{
    [Theory]
    [InlineData("ana.fox@there.example")]
    [InlineData("alison.newsome@there.example")]
    [InlineData("bob.hall@there.example")]
    [InlineData("m..love@there.example")]
    [InlineData(".palmer@there.example")]
    [InlineData("klay@there.example")]
    [InlineData("tim.o'rourke@there.example")]
    [InlineData("john.lavorato/corp/enron@enron.com")]
    [InlineData("it.smith@there.example")]
    [InlineData("norman.mailer@there.example")]
    [InlineData("jan.bot@there.example")]
    [InlineData("maria.sales@there.example")]
    [InlineData("robert.service@there.example")]
    [InlineData("talbot@there.example")]
    [InlineData("abbot.press@there.example")]
    [InlineData("smith.j.l@there.example")]
    [InlineData("fallon@there.example")]
    [InlineData("allan.wall@there.example")]
    [InlineData("grouper@there.example")]
    [InlineData("roomina@there.example")]
    [InlineData("infeld.m@there.example")]
    [InlineData("mail@thomasvoss.com")]
    [InlineData("ritesh.list@gmail.com")]
    [InlineData("mtk.manpages@gmail.com")]
    [InlineData("bholman.devel@gmail.com")]
    [InlineData("105113.2130@compuserve.com")]
    [InlineData("7028587@skytel.com")]
    [InlineData("phillip.love@love.example")]
    [InlineData("hi@alyssa.is")]
    [InlineData("reed.newsletterman@there.example")]
    [InlineData("dl8847@there.example")]
    public void A_person_stays(string address) => Assert.Null(NoiseRules.Classify(Given.Address(address), DirectoryKind.Unknown));

    [Theory]
    [InlineData("noreply@shop.example", Noise.NoReply)]
    [InlineData("no-reply@mail.southwest.com", Noise.NoReply)]
    [InlineData("do_not_reply@bank.example", Noise.NoReply)]
    [InlineData("jira-noreply-42@there.example", Noise.NoReply)]
    [InlineData("mailer-daemon@yahoo.com", Noise.NoReply)]
    [InlineData("postmaster@there.example", Noise.NoReply)]
    [InlineData("bounces@q.go.com", Noise.NoReply)]
    [InlineData("undisclosed-recipients@enron.com", Noise.NoReply)]
    [InlineData("noreply@gmail.com", Noise.NoReply)]
    [InlineData("newsletter@artnet.com", Noise.Automatic)]
    [InlineData("rewards_newsletter@sportsline.com", Noise.Automatic)]
    [InlineData("notifications@github.com", Noise.Automatic)]
    [InlineData("reply+afa4zonk@reply.github.com", Noise.Automatic)]
    [InlineData("patchwork-bot+netdevbpf@kernel.org", Noise.Automatic)]
    [InlineData("bugzilla-daemon@kernel.org", Noise.Automatic)]
    [InlineData("enron_update@concureworkplace.com", Noise.Automatic)]
    [InlineData("enron.announcements@enron.com", Noise.Automatic)]
    [InlineData("scoop@mailer.money.net", Noise.Automatic)]
    [InlineData("texansnews@newsletter.houstontexans.com", Noise.Automatic)]
    [InlineData("info@weforum.org", Noise.Role)]
    [InlineData("info-gnu@gnu.org", Noise.Role)]
    [InlineData("it-support@there.example", Noise.Role)]
    [InlineData("hr@there.example", Noise.Role)]
    [InlineData("legal.1@enron.com", Noise.Role)]
    [InlineData("expense.report@enron.com", Noise.Role)]
    [InlineData("enron.chairman@enron.com", Noise.Role)]
    [InlineData("administration.enron@enron.com", Noise.Role)]
    [InlineData("unwire-admin@client-mail.com", Noise.Role)]
    [InlineData("hottap.helpdesk@enron.com", Noise.Role)]
    [InlineData("memberservices@travelocity.com", Noise.Role)]
    [InlineData("webmaster@iif.com", Noise.Role)]
    [InlineData("the.hr.team@there.example", Noise.List)]
    [InlineData("linux-man@vger.kernel.org", Noise.List)]
    [InlineData("libbsd@lists.freedesktop.org", Noise.List)]
    [InlineData("pkg-shadow@alioth-lists.debian.net", Noise.List)]
    [InlineData("book-club@googlegroups.com", Noise.List)]
    [InlineData("ospbc@egroups.com", Noise.List)]
    [InlineData("all.worldwide@enron.com", Noise.List)]
    [InlineData("dl-ga-all_enron_worldwide1@enron.com", Noise.List)]
    [InlineData("users.dl-enron@enron.com", Noise.List)]
    [InlineData("allemployees@howard.edu", Noise.List)]
    [InlineData("outlook-migration-team@enron.com", Noise.List)]
    [InlineData("group.enron@enron.com", Noise.List)]
    [InlineData("gcc-patches@gcc.gnu.org", Noise.List)]
    [InlineData("bug-gnulib@gnu.org", Noise.List)]
    [InlineData("libc-help@sourceware.org", Noise.List)]
    [InlineData("austin-group-l@opengroup.org", Noise.List)]
    [InlineData("conf-berlin@there.example", Noise.Room)]
    [InlineData("room.101@there.example", Noise.Room)]
    [InlineData("oma696-eb4102.conference@enron.com", Noise.Room)]
    [InlineData("c_188abc@resource.calendar.google.com", Noise.Room)]
    public void Noise_is_left_out_by_its_kind(string address, Noise noise) =>
        Assert.Equal(noise, NoiseRules.Classify(Given.Address(address), DirectoryKind.Unknown));

    [Theory]
    [InlineData("info@there.example", DirectoryKind.Person, null)]
    [InlineData("noreply@there.example", DirectoryKind.Person, null)]
    [InlineData("ana.fox@there.example", DirectoryKind.Group, Noise.List)]
    [InlineData("ana.fox@there.example", DirectoryKind.Room, Noise.Room)]
    public void The_directory_counts_more_than_the_address(string address, DirectoryKind directory, Noise? noise) =>
        Assert.Equal(noise, NoiseRules.Classify(Given.Address(address), directory));

    [Fact]
    public void A_given_name_and_a_surname_are_a_person_whatever_they_begin_or_end_with() =>
        Gen.Select(Gen.OneOf("al", "info", "news", "room", "bot", "team", "list", "sup"), Gen.OneOf("fox", "stein", "berg"), Gen.OneOf("ana", "bo", "per"))
            .Sample((beginning, end, given) => NoiseRules.Classify(Given.Address($"{given}.{beginning}{end}@there.example"), DirectoryKind.Unknown) is null);

    [Fact]
    public void No_address_breaks_the_rules_and_one_way_is_never_told_from_it() =>
        Arbitrary.Address.Sample(a => NoiseRules.Classify(Given.Address(a), DirectoryKind.Unknown) is not Noise.OneWay);
}
