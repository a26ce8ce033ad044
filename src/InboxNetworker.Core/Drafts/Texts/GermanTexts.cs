namespace InboxNetworker.Core.Drafts.Texts;

/// <summary>What stands in square brackets is for the owner to fill in. No sentence says «du» or «Sie»: a name does not tell which of the two it is.</summary>
internal static class GermanTexts
{
    private const string Memory = "{% if topic %}unser {% if met %}Treffen{% else %}Austausch{% endif %} {{ ago }} zu «{{ topic }}» ist mir wieder eingefallen";

    public static readonly IReadOnlyDictionary<Intent, Template> All = new Dictionary<Intent, Template>
    {
        [Intent.CheckIn] = Write(
            "{% if topic %}Wie ging es weiter mit «{{ topic }}»?{% else %}Wie geht es?{% endif %}",
            Memory + ", und ich habe mich gefragt, wie es seither weiterging.{% else %}heute musste ich an unsere Gespräche denken.{% endif %}",
            "Wie geht es, und was steht gerade an? Wenn ich bei etwas helfen kann, freue ich mich."),
        [Intent.OfferHelp] = Write(
            "Kann ich bei etwas helfen?",
            Memory + ".{% else %}heute musste ich an unsere Gespräche denken.{% endif %}",
            "Gibt es gerade etwas, bei dem ich helfen kann: ein Kontakt, ein zweiter Blick, eine Stunde Zeit? Ich würde mich freuen."),
        [Intent.Share] = Write(
            "Das könnte passen",
            "ich bin auf etwas gestoßen, das passen könnte{% if topic %}, gerade nach unserem Austausch zu «{{ topic }}»{% endif %}:",
            "[was Sie teilen möchten]",
            "Vielleicht ist es nützlich. Wie geht es sonst?"),
        [Intent.Congratulate] = Write(
            "Herzlichen Glückwunsch!",
            "gerade habe ich von [der guten Nachricht] gehört: herzlichen Glückwunsch!",
            "Das freut mich sehr{% if company %}, auch für alle bei {{ company }}{% endif %}. Wie geht es?"),
        [Intent.Thank] = Write(
            "{% if topic %}Danke für «{{ topic }}»{% else %}Vielen Dank{% endif %}",
            "{% if topic %}vielen Dank für {% if met %}unser Treffen{% else %}unseren Austausch{% endif %} {{ ago }} zu «{{ topic }}»; das Gespräch war mir viel wert.{% else %}schon lange wollte ich Danke sagen für [was es war].{% endif %}",
            "Wie geht es, und was steht gerade an?"),
        [Intent.Ask] = Write(
            "Eine Frage",
            "ich habe eine Frage, und mir fällt niemand Besseres dafür ein:",
            "[Ihre Frage]",
            "Schon zwei Zeilen würden mir sehr helfen. Und: Wie geht es?"),
        [Intent.Introduce] = Write(
            "{% if first_name and other_first_name %}{{ first_name }} und {{ other_first_name }}: ein Kennenlernen{% else %}Ein Kennenlernen{% endif %}",
            "ich möchte gern zwei Menschen miteinander bekannt machen, die ich beide sehr schätze: {{ name }}{% if company %} ({{ company }}){% endif %} und {{ other_name }}{% if other_company %} ({{ other_company }}){% endif %}.",
            "[warum sich ein Gespräch lohnt]",
            "Ab hier geht es gut ohne mich."),
        [Intent.Answer] = Write(
            "{% if subject %}Re: {{ subject }}{% else %}Eine Antwort{% endif %}",
            "{% if subject %}vielen Dank für die Nachricht zu «{{ subject }}»{% if waited %}, und Verzeihung, dass die Antwort auf sich warten ließ{% endif %}.{% else %}eine Antwort bin ich noch schuldig:{% endif %}",
            "[Ihre Antwort]",
            "Wie geht es sonst?"),
    };

    private static Template Write(string subject, params string[] paragraphs) => new(subject, string.Join("\n\n", ["{{ greeting }}", .. paragraphs, "{{ closing }}"]));
}
