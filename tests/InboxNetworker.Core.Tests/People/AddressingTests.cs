using InboxNetworker.Core.People;

namespace InboxNetworker.Core.Tests.People;

public sealed class AddressingTests
{
    [Theory]
    [InlineData("Ana Fox", "Ana", false)]
    [InlineData("Dr. Ana Fox", "Dr. Fox", true)]
    [InlineData("Prof. Dr. Ana Maria Fox", "Prof. Fox", true)]
    [InlineData("Frau Ana Fox", "Frau Fox", true)]
    [InlineData("Mr Ben Holt", "Mr Holt", true)]
    [InlineData("Dr. Fox", "Dr. Fox", true)]
    [InlineData("Dr. Hans Müller (Sales)", "Dr. Müller", true)]
    [InlineData("Frau Dr. Ana von der Heide", "Frau von der Heide", true)]
    [InlineData("Ana Fox [External]", "Ana", false)]
    public void The_name_tells_how_somebody_is_addressed(string name, string called, bool formal) => Assert.Equal(new Called(called, formal), DisplayName.Address(name));

    [Theory]
    [InlineData("Support")]
    [InlineData("ana@there.example")]
    [InlineData("Dr.")]
    [InlineData("Prof. Dr.")]
    [InlineData("")]
    public void Where_it_does_not_tell_nobody_is_addressed_by_name(string name) => Assert.Null(DisplayName.Address(name));
}
