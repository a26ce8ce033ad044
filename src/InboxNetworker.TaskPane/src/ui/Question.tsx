import { useEffect, useRef } from 'preact/hooks';
import { Button } from './Button';
import { strings } from './strings';

interface QuestionProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** What happens, as the button says it. */
  readonly yes: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onLeave: () => void;
}

/** Asked once before what cannot be undone; Escape leaves it. */
export function Question({ id, title, detail, yes, busy, onYes, onLeave }: QuestionProps) {
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    question.current?.focus({ preventScroll: true });
    question.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      class="question"
      ref={question}
      tabIndex={-1}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || busy) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <strong id={`${id}-title`}>{title}</strong>
      <p id={`${id}-detail`}>{detail}</p>
      <div class="question-actions">
        <button type="button" class="question-yes" data-testid={`${id}-yes`} aria-disabled={busy} onClick={busy ? undefined : onYes}>
          {yes}
        </button>
        <Button onClick={onLeave}>{strings.common.cancel}</Button>
      </div>
    </div>
  );
}
