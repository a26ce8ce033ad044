using CsCheck;
using InboxNetworker.Core.Interactions;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class ContentKeyTests
{
    private static readonly ContentKey Key = ContentKey.Of(Channel.Mail, Address("a@x.example"), Now, [Address("b@x.example"), Address("c@x.example")], "Lunch");

    [Fact]
    public void Copies_of_a_message_share_a_key() =>
        Assert.Equal(Key, ContentKey.Of(Channel.Mail, Address("'A'@X.example"), Now.AddMilliseconds(600), [Address("c@x.example"), Address("B@x.example"), Address("c@x.example")], " Lunch "));

    [Fact]
    public void Another_offset_is_the_same_moment() =>
        Assert.Equal(Key, ContentKey.Of(Channel.Mail, Address("a@x.example"), Now.ToOffset(TimeSpan.FromHours(-7)), [Address("b@x.example"), Address("c@x.example")], "Lunch"));

    [Fact]
    public void Every_field_matters()
    {
        var (a, b, c) = (Address("a@x.example"), Address("b@x.example"), Address("c@x.example"));
        var others = new[]
        {
            ContentKey.Of(Channel.Meeting, a, Now, [b, c], "Lunch"),
            ContentKey.Of(Channel.Mail, b, Now, [b, c], "Lunch"),
            ContentKey.Of(Channel.Mail, a, Now.AddSeconds(1), [b, c], "Lunch"),
            ContentKey.Of(Channel.Mail, a, Now, [b], "Lunch"),
            ContentKey.Of(Channel.Mail, a, Now, [], "Lunch"),
            ContentKey.Of(Channel.Mail, a, Now, [b, c], "lunch"),
            ContentKey.Of(Channel.Mail, a, Now, [b, c], null),
        };
        Assert.Equal(others.Length + 1, others.Append(Key).Distinct().Count());
    }

    [Fact]
    public void No_subject_is_an_empty_subject() =>
        Assert.Equal(ContentKey.Of(Channel.Mail, Address("a@x.example"), Now, [], null), ContentKey.Of(Channel.Mail, Address("a@x.example"), Now, [], "  "));

    [Fact]
    public void It_stays_the_same_from_release_to_release() =>
        Assert.Equal(45262526907493, Key.Value); // Else stored keys no longer find their messages.

    [Fact]
    public void The_order_of_recipients_does_not_matter() =>
        Gen.Select(Arbitrary.Address.List[0, 8], Gen.Int[0, 1000], Gen.String).Sample((texts, seed, subject) =>
        {
            var recipients = texts.Select(Address).ToArray();
            var shuffled = recipients.ToArray();
            new Random(seed).Shuffle(shuffled);
            return ContentKey.Of(Channel.Mail, Address("a@x.example"), Now, recipients, subject) == ContentKey.Of(Channel.Mail, Address("a@x.example"), Now, shuffled, subject);
        });}
