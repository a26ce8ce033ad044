using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using InboxNetworker.Core.Drafts;

namespace InboxNetworker.Api.Drafts;

/// <summary>Why a template cannot be used.</summary>
/// <param name="Field"><c>subject</c> or <c>text</c>.</param>
/// <param name="Line">From 1; null where it is not one line's fault.</param>
/// <param name="Reason">One sentence, without the line.</param>
internal sealed record TemplateFault(string Field, int? Line, string Reason);

/// <summary>
/// Writes drafts by templates. Of Liquid there is what a short mail needs: values, conditions and a few filters; nothing that repeats or stores, so
/// that no template can be made to run for long or to grow.
/// </summary>
internal sealed partial class LiquidTemplates
{
    private static readonly string[] Tags = ["if", "unless", "case", "comment", "raw", "#"];

    private static readonly string[] FilterNames = ["append", "capitalize", "default", "downcase", "prepend", "strip", "truncate", "upcase"];

    private readonly FluidParser _parser = new();
    private readonly TemplateOptions _options = new() { StrictFilters = true, MaxSteps = 10_000, CultureInfo = CultureInfo.InvariantCulture };

    public LiquidTemplates()
    {
        foreach (var tag in _parser.RegisteredTags.Keys.Except(Tags).ToList())
        {
            _parser.RegisteredTags.Remove(tag);
        }

        foreach (var filter in _options.Filters.Select(f => f.Key).Except(FilterNames).ToList())
        {
            _options.Filters.Remove(filter);
        }
    }

    /// <returns>Null for a template that can be used.</returns>
    public TemplateFault? Check(Template template) =>
        template.Subject.Length > Template.MaxSubject ? TooLong("subject", Template.MaxSubject)
        : template.Text.Length > Template.MaxText ? TooLong("text", Template.MaxText)
        : string.IsNullOrWhiteSpace(template.Subject) ? new("subject", null, "It is empty.")
        : string.IsNullOrWhiteSpace(template.Text) ? new("text", null, "It is empty.")
        : DraftFacts.Extremes.Select(facts => Write(template, facts).Fault).FirstOrDefault(fault => fault is not null);

    /// <returns>The draft, or why there is none: what can be read may still fail over a value, as <c>{{ name | truncate: topic }}</c>.</returns>
    public (Draft? Draft, TemplateFault? Fault) Write(Template template, DraftFacts facts)
    {
        var subject = Render("subject", template.Subject, facts);
        var text = Render("text", template.Text, facts);
        if ((subject.Fault ?? text.Fault) is { } fault)
        {
            return (null, fault);
        }

        var whole = Paragraphs(text.Text!).Trim();
        return whole.Length > Draft.MaxText
            ? (null, new TemplateFault("text", null, $"It makes a mail of more than {Draft.MaxText} characters."))
            : (Draft.FromText(facts.To, subject.Text!, whole), null);
    }

    private static TemplateFault TooLong(string field, int most) => new(field, null, $"It is longer than {most} characters.");

    private (string? Text, TemplateFault? Fault) Render(string field, string source, DraftFacts facts)
    {
        var (template, fault) = Parse(field, source);
        if (template is null)
        {
            return (null, fault);
        }

        var context = new TemplateContext(_options);
        foreach (var (name, value) in facts.Values)
        {
            context.SetValue(name, value);
        }

        try
        {
            return (template.Render(context), null);
        }
#pragma warning disable CA1031 // Filters throw whatever a number or a text they are given makes of them.
        catch (Exception)
#pragma warning restore CA1031
        {
            return (null, new TemplateFault(field, null, "A filter or a condition in it cannot take the value it is given."));
        }
    }

    private (IFluidTemplate? Template, TemplateFault? Fault) Parse(string field, string source)
    {
        if (!_parser.TryParse(source, out var template, out var error))
        {
            var place = Place().Match(error);
            var reason = place.Success ? error[..place.Index].Trim() : error.Split('\n')[0].Trim();
            return (null, new TemplateFault(field, place.Success ? int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) : null, Sentence(reason)));
        }

        var names = new NamesUsed();
        names.VisitTemplate(template);
        return Unknown(field, source, names) is { } fault ? (null, fault) : (template, null);
    }

    private static TemplateFault? Unknown(string field, string source, NamesUsed names)
    {
        if (names.Values.FirstOrDefault(n => !DraftFacts.Names.Contains(n)) is { } value)
        {
            return new(field, LineOf(source, value), $"There is no value «{value}»; there are: {string.Join(", ", DraftFacts.Names)}.");
        }

        return names.Filters.FirstOrDefault(n => !FilterNames.Contains(n)) is { } filter
            ? new(field, LineOf(source, filter), $"There is no filter «{filter}»; there are: {string.Join(", ", FilterNames)}.")
            : null;
    }

    /// <summary>Of the first tag or value in which it stands.</summary>
    private static int? LineOf(string source, string name)
    {
        var at = Regex.Match(source, $@"\{{[\{{%](?:(?!\}}\}}|%\}}).)*?{Regex.Escape(name)}", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return at.Success ? 1 + source.AsSpan(0, at.Index + at.Length).Count('\n') : null;
    }

    private static string Sentence(string reason) => reason.Length == 0 ? "It cannot be read." : reason.EndsWith('.') ? reason : reason + ".";

    /// <summary>What a condition left empty leaves no gap: at most one empty line in a row.</summary>
    private static string Paragraphs(string text) => Gaps().Replace(text.ReplaceLineEndings("\n"), "\n\n");

    [GeneratedRegex(@" at \((\d+):\d+\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+\n|\n[ \t]+\n")]
    private static partial Regex Gaps();

    private sealed class NamesUsed : AstVisitor
    {
        public List<string> Values { get; } = [];

        public List<string> Filters { get; } = [];

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            Values.Add(string.Join('.', memberExpression.Segments.Select(s => (s as IdentifierSegment)?.Identifier ?? "[…]")));
            return base.VisitMemberExpression(memberExpression);
        }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            Filters.Add(filterExpression.Name);
            return base.VisitFilterExpression(filterExpression);
        }
    }
}
