import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DraftTemplate, TemplateList } from '../../api/types';
import type { Failure } from '../../result';
import { Button } from '../../ui/Button';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import type { TemplatesApi } from './Templates';

const restMs = 350;

interface TemplateEditorProps {
  readonly api: TemplatesApi;
  readonly template: TemplateList['items'][number];
  /** What can be called by name. */
  readonly values: readonly string[];
  readonly onChanged: (list: TemplateList) => void;
}

interface Trial extends DraftTemplate {
  readonly name: string;
}

/** One template with what it makes for a real person, as it is typed; what cannot be used is said and not kept. */
export function TemplateEditor({ api, template, values, onChanged }: TemplateEditorProps) {
  const { intent, changed } = template;
  const [edited, setEdited] = useState<DraftTemplate>({ subject: template.subject, text: template.text });
  const [trial, setTrial] = useState<Trial | null>(null);
  const [fault, setFault] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const person = useRef<Promise<string | null> | null>(null);
  const turn = useRef(0);
  const id = useId();

  const tryOut = async (wanted: DraftTemplate) => {
    const mine = ++turn.current;
    person.current ??= somebody(api);
    const contact = await person.current;
    if (contact === null || mine !== turn.current) return;
    const answer = await api.tryTemplate(intent, wanted, contact);
    if (mine !== turn.current) return;
    setFault(answer.ok ? null : answer.failure);
    if (answer.ok) setTrial(answer.value);
  };
  useEffect(() => {
    const timer = setTimeout(() => void tryOut(edited), restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [edited]);

  const keep = async (wanted: ReturnType<TemplatesApi['saveTemplate']>, said: string) => {
    setBusy(true);
    const answer = await wanted;
    setBusy(false);
    if (answer.ok) {
      toast(said);
      onChanged(answer.value);
    } else {
      setFault(answer.failure);
    }
  };
  const dirty = edited.subject !== template.subject || edited.text !== template.text;
  return (
    <div class="template-editor">
      <label for={`${id}-subject`}>{strings.draft.subject}</label>
      <input
        id={`${id}-subject`}
        class="field"
        value={edited.subject}
        data-testid="template-subject"
        onInput={(event) => {
          setEdited({ ...edited, subject: event.currentTarget.value });
        }}
      />
      <label for={`${id}-text`}>{strings.draft.message}</label>
      <textarea
        id={`${id}-text`}
        class="field template-text"
        rows={9}
        value={edited.text}
        aria-describedby={fault === null ? `${id}-values` : `${id}-fault ${id}-values`}
        aria-invalid={fault !== null}
        data-testid="template-text"
        onInput={(event) => {
          setEdited({ ...edited, text: event.currentTarget.value });
        }}
      />
      <p class="card-line" id={`${id}-values`}>
        {strings.templates.values(values.map((value) => `{{ ${value} }}`).join(' '))}
      </p>
      {fault !== null && (
        <p class="template-fault" id={`${id}-fault`} role="status" data-testid="template-refused">
          {describe(fault).detail}
        </p>
      )}
      {fault === null && trial !== null && (
        <div class="template-trial" data-testid="template-trial">
          <span class="card-line">{strings.templates.trial(trial.name)}</span>
          <strong>
            <bdi>{trial.subject}</bdi>
          </strong>
          <bdi class="template-trial-text">{trial.text}</bdi>
        </div>
      )}
      <div class="template-actions">
        <Button
          appearance="primary"
          size="small"
          busy={busy || !dirty || fault !== null}
          onClick={() => void keep(api.saveTemplate(intent, edited), strings.templates.saved)}
          testId="template-save"
        >
          {strings.common.save}
        </Button>
        {changed && (
          <Button size="small" onClick={() => void keep(api.resetTemplate(intent), strings.templates.wasReset)} testId="template-reset">
            {strings.templates.reset}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whom a template is tried on: the first of the list, or who is near where nobody is far. */
async function somebody(api: TemplatesApi): Promise<string | null> {
  const [far, near] = [await api.reconnect({ limit: 1 }), await api.near(1)];
  return (far.ok ? far.value.items[0]?.id : undefined) ?? (near.ok ? near.value.items[0]?.id : undefined) ?? null;
}
