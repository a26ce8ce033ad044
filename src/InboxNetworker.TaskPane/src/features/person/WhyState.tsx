import type { ContactDetail } from '../../api/types';
import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import { chanceOf } from './chance';

/** A share smaller than this part of the largest moves nothing that anybody would notice. */
const noticed = 0.03;

type Fact = ContactDetail['explanation']['facts'][number];

/** The definition of the state, the chance in words, and what moves both numbers. */
export function WhyState({ contact }: { readonly contact: ContactDetail }) {
  const format = useFormat();
  const { explanation, contact30 } = contact;
  if (explanation.facts.length === 0) return null;
  const chance = chanceOf(contact30);
  const inWords =
    chance.kind === 'of'
      ? strings.person.chanceOf(chance.cases, format.number(chance.cases), format.number(chance.all))
      : strings.person.chanceWithout[chance.kind];
  return (
    <details class="person-section why" data-testid="why">
      <summary class="why-head">{strings.person.why}</summary>
      <p>{explanation.state}</p>
      <h4>{strings.person.chanceTitle}</h4>
      <p data-testid="chance">{strings.person.chance(inWords)}</p>
      <Shares facts={explanation.facts} share={(fact) => fact.contact30} />
      <h4>{strings.person.tieTitle}</h4>
      <Shares facts={explanation.facts} share={(fact) => fact.tie} />
    </details>
  );
}

interface SharesProps {
  readonly facts: readonly Fact[];
  readonly share: (fact: Fact) => number;
}

/** What each fact adds, as bars to the right, or takes away, to the left. */
function Shares({ facts, share }: SharesProps) {
  const format = useFormat();
  const most = Math.max(...facts.map((fact) => Math.abs(share(fact))));
  const shown = facts.filter((fact) => Math.abs(share(fact)) > most * noticed).sort((a, b) => Math.abs(share(b)) - Math.abs(share(a)));
  const isMixed = shown.some((fact) => share(fact) < 0);
  return (
    <ul class={isMixed ? 'facts facts-mixed' : 'facts'}>
      {shown.map((fact) => {
        const adds = share(fact) > 0;
        const value = Math.round(fact.value);
        return (
          <li key={fact.code} class="fact">
            <span>
              {strings.person.facts[fact.code]?.(value, format.number(value)) ?? fact.label}
              <span class="visually-hidden">, {adds ? strings.person.speaksFor : strings.person.speaksAgainst}</span>
            </span>
            <span class="fact-track" aria-hidden="true">
              <span
                class={adds ? 'fact-bar' : 'fact-bar fact-against'}
                style={{ inlineSize: `${(Math.abs(share(fact)) / most) * (isMixed ? 50 : 100)}%` }}
              />
            </span>
          </li>
        );
      })}
      {isMixed && (
        <li class="fact-ends" aria-hidden="true">
          <span>{strings.person.speaksAgainst}</span>
          <span>{strings.person.speaksFor}</span>
        </li>
      )}
    </ul>
  );
}
