import type { ContactDetail } from '../../api/types';
import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';

/** The definition of the state, the chance in words, and what moves it. */
export function WhyState({ contact }: { readonly contact: ContactDetail }) {
  const format = useFormat();
  const { explanation, contact30 } = contact;
  if (explanation.facts.length === 0) return null;
  const most = Math.max(...explanation.facts.map((fact) => Math.abs(fact.contact30)), 0.01);
  const cases = contact30 > 0 ? Math.round(1 / contact30) : Infinity;
  const facts = explanation.facts.filter((fact) => fact.contact30 !== 0);
  return (
    <details class="person-section why" data-testid="why">
      <summary class="why-head">{strings.person.why}</summary>
      <p>{explanation.state}</p>
      {Number.isFinite(cases) && (
        <p>{strings.person.chance(strings.person.chanceOf(cases, format.number(cases)))}</p>
      )}
      <ul class="facts">
        {facts.map((fact) => {
          const share = `${(Math.abs(fact.contact30) / most) * 100}%`;
          const effect = fact.contact30 > 0 ? strings.person.speaksFor : strings.person.speaksAgainst;
          return (
            <li key={fact.code} class="fact">
              <span>
                {format.number(Math.round(fact.value * 10) / 10)} {fact.label}
              </span>
              <span class="fact-effect">{effect}</span>
              <span class="fact-track" aria-hidden="true">
                <span class={fact.contact30 > 0 ? 'fact-bar' : 'fact-bar fact-against'} style={{ inlineSize: share }} />
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
