import { useEffect, useState } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { Intent, TemplateList } from '../../api/types';
import type { Result } from '../../result';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { TemplateEditor } from './TemplateEditor';

export type TemplatesApi = Pick<Api, 'templates' | 'saveTemplate' | 'resetTemplate' | 'tryTemplate' | 'reconnect' | 'near'>;

/** What drafts are written by: one template for each intent, each to be changed and to be taken back. */
export function Templates({ api }: { readonly api: TemplatesApi }) {
  const list = useSignal<Result<TemplateList> | null>(null);
  const [open, setOpen] = useState<Intent | null>(null);
  const load = async () => {
    list.value = await api.templates();
  };
  useEffect(() => void load(), []);
  const shown = list.value;
  return (
    <section data-testid="templates">
      <h2>{strings.templates.title}</h2>
      <p>{strings.templates.detail}</p>
      {shown === null && <Skeleton rows={2} />}
      {shown?.ok === false && <FailureNotice failure={shown.failure} onRetry={() => void load()} />}
      {shown?.ok === true && (
        <ul class="templates">
          {shown.value.items.map((template) => {
            const { intent, changed } = template;
            const isOpen = open === intent;
            return (
              <li key={intent}>
                <button
                  type="button"
                  class="template-name"
                  aria-expanded={isOpen}
                  data-testid={`template-${intent}`}
                  onClick={() => {
                    setOpen(isOpen ? null : intent);
                  }}
                >
                  {strings.intents[intent]}
                  {changed && <span class="template-changed">{strings.templates.changed}</span>}
                </button>
                {isOpen && (
                  <TemplateEditor
                    key={`${intent}-${String(changed)}`}
                    api={api}
                    template={template}
                    values={shown.value.values}
                    onChanged={(value) => {
                      list.value = { ok: true, value };
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
