using System.Text.Json;

namespace InboxNetworker.Graph;

/// <summary>The steps a page of the service's JSON is walked in. A value of another kind than is asked for, null as a rule, is passed over.</summary>
internal static class JsonSteps
{
    extension(ref Utf8JsonReader json)
    {
        /// <returns>False at the end of the object.</returns>
        public bool NextProperty() => json.Read() && json.TokenType == JsonTokenType.PropertyName;

        /// <summary>Goes to the value of a property.</summary>
        /// <returns>True when it is of this kind.</returns>
        public bool Given(JsonTokenType kind)
        {
            json.Read();
            if (json.TokenType == kind)
            {
                return true;
            }

            json.Skip();
            return false;
        }

        public string? Text() => json.Given(JsonTokenType.String) ? json.GetString() : null;

        public bool Says(ReadOnlySpan<byte> text) => json.Given(JsonTokenType.String) && json.ValueTextEquals(text);

        public DateTimeOffset? Time() => json.Given(JsonTokenType.String) && json.TryGetDateTimeOffset(out var time) ? time : null;

        public bool? Flag()
        {
            json.Read();
            bool? flag = json.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                _ => null,
            };
            json.Skip();
            return flag;
        }
    }
}
