namespace InboxNetworker.Core.Drafts.Texts;

/// <summary>What stands in square brackets is for the owner to fill in.</summary>
internal static class EnglishTexts
{
    private const string Memory = "{% if topic %}Our {% if met %}meeting{% else %}exchange{% endif %} on “{{ topic }}” {{ ago }} came back to my mind";

    public static readonly IReadOnlyDictionary<Intent, Template> All = new Dictionary<Intent, Template>
    {
        [Intent.CheckIn] = Write(
            "{% if topic %}Catching up after “{{ topic }}”{% else %}How are you?{% endif %}",
            Memory + ", and I wondered how things have gone since.{% else %}You came to my mind today.{% endif %}",
            "How are you, and what are you working on these days? If there is anything I can help with, I would be glad to."),
        [Intent.OfferHelp] = Write(
            "Can I help with anything?",
            Memory + ".{% else %}You came to my mind today.{% endif %}",
            "Is there anything on your desk just now that I could help with: a contact, a second pair of eyes, an hour of my time? I would be glad to."),
        [Intent.Share] = Write(
            "This made me think of you",
            "I came across something that made me think of you{% if topic %} and of “{{ topic }}”{% endif %}:",
            "[what you want to share]",
            "Perhaps it is of use to you. How are you?"),
        [Intent.Congratulate] = Write(
            "Congratulations!",
            "I have just heard of [the good news]: congratulations!",
            "I am very glad for you{% if company %} and everybody at {{ company }}{% endif %}. How are you?"),
        [Intent.Thank] = Write(
            "{% if topic %}Thank you for “{{ topic }}”{% else %}Thank you{% endif %}",
            "{% if topic %}Thank you for our {% if met %}meeting{% else %}exchange{% endif %} on “{{ topic }}” {{ ago }}; it was good to talk.{% else %}I have been meaning to thank you for [what it was].{% endif %}",
            "How are you, and what are you working on these days?"),
        [Intent.Ask] = Write(
            "A question for you",
            "I have a question, and I can think of nobody better to ask:",
            "[your question]",
            "A line or two would help me a lot. And how are you?"),
        [Intent.Introduce] = Write(
            "{% if first_name and other_first_name %}{{ first_name }}, meet {{ other_first_name }}{% else %}An introduction{% endif %}",
            "I would like to introduce two people I think highly of: {{ name }}{% if company %} ({{ company }}){% endif %} and {{ other_name }}{% if other_company %} ({{ other_company }}){% endif %}.",
            "[why the two of you should talk]",
            "I leave the rest to you."),
        [Intent.Answer] = Write(
            "{% if subject %}Re: {{ subject }}{% else %}An answer{% endif %}",
            "{% if subject %}Thank you for your mail about “{{ subject }}”{% if waited %}, and sorry to have kept you waiting{% endif %}.{% else %}I still owe you an answer:{% endif %}",
            "[your answer]",
            "How are you otherwise?"),
    };

    private static Template Write(string subject, params string[] paragraphs) => new(subject, string.Join("\n\n", ["{{ greeting }}", .. paragraphs, "{{ closing }}"]));
}
