import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Owner } from '../../api/types';
import type { Result } from '../../result';
import { strings } from '../../ui/strings';
import type { SettingsApi } from './SettingsView';

/** Under which addresses the owner is known; nothing is said where none is. */
export function OwnAddresses({ api }: { readonly api: Pick<SettingsApi, 'owner'> }) {
  const answer = useSignal<Result<Owner> | null>(null);
  useEffect(() => {
    void api.owner().then((owner) => {
      answer.value = owner;
    });
  }, []);
  if (answer.value?.ok !== true || answer.value.value.addresses.length === 0) return null;
  return (
    <section data-testid="own-addresses">
      <h2>{strings.settings.own}</h2>
      <ul>
        {answer.value.value.addresses.map((address) => (
          <li key={address} class="settings-text">
            <bdi>{address}</bdi>
          </li>
        ))}
      </ul>
      <p class="card-line">{strings.settings.ownDetail}</p>
    </section>
  );
}
