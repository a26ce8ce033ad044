using System.Text;
using System.Text.Json;

namespace InboxNetworker.Graph.Tests.Reading;

public sealed class ReadableTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\\u00e4\\n\\\\ud83d")]
    [InlineData("\\ud83d\\ude00 \\uD83D\\uDE00")]
    [InlineData("\u00c3\u00a4 \u00f0\u009f\u0098\u0080")]
    public void What_can_be_read_is_left_alone(string text) => Assert.Null(ReadableText.Of(Json(text)));

    [Theory]
    [InlineData("cut \\ud83d", "cut \uFFFD")]
    [InlineData("\\uD83D and on", "\uFFFD and on")]
    [InlineData("\\ude00 alone", "\uFFFD alone")]
    [InlineData("\\ude00\\ud83d", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\ud83d\\u0041", "\uFFFDA")]
    [InlineData("\\\\\\ud83d", "\\\uFFFD")]
    [InlineData("\u00ff", "\uFFFD")]
    [InlineData("\u00f0\u009f\u0098", "\uFFFD")]
    [InlineData("\u00c3\u00a4\u00c3\\n", "ä\uFFFD\n")]
    [InlineData("\u00ed\u00a0\u00bd", "\uFFFD\uFFFD\uFFFD")]
    public void What_cannot_be_read_is_replaced_and_nothing_else(string text, string reads) =>
        Assert.Equal(reads, JsonDocument.Parse(ReadableText.Of(Json(text))).RootElement[0].GetString());

    /// <summary>Drawn from a number each.</summary>
    [Fact]
    public void Whatever_stands_between_two_quotation_marks_can_be_read_afterwards()
    {
        string[] pieces = ["a", "\\n", "\\\\", "\\u0041", "\\ud83d", "\\uDE00", "\u00c3", "\u00a4", "\u00f0\u009f", "\u0098\u0080", "\u00ff", "\\\""];
        for (var seed = 0; seed < 2_000; seed++)
        {
            var dice = new Random(seed);
            var json = Json(string.Concat(Enumerable.Range(0, dice.Next(12)).Select(_ => pieces[dice.Next(pieces.Length)])));

            var readable = ReadableText.Of(json) ?? json;

            Assert.NotNull(JsonDocument.Parse(readable).RootElement[0].GetString());
            Assert.Null(ReadableText.Of(readable));
        }
    }

    /// <param name="text">A character a byte.</param>
    private static byte[] Json(string text) => Encoding.Latin1.GetBytes($"[\"{text}\"]");
}
