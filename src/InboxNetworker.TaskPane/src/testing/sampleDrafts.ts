import { http, HttpResponse, type HttpHandler } from 'msw';
import type { ContactDetail, Draft, DraftTemplate, Intent, Month, TemplateList } from '../api/types';
import { problem } from './problem.ts';
import { asOf, people } from './samplePeople.ts';

const intents: Intent[] = ['checkIn', 'offerHelp', 'share', 'congratulate', 'thank', 'ask', 'introduce', 'answer'];

/** A proposal as any other. */
export const proposal: Draft = {
  intent: 'checkIn',
  intents,
  to: ['marcus@brightwater.example'],
  subject: 'Hello',
  html: '<p>Hi</p>',
  text: 'Hi',
  writtenBy: 'template',
  templateFault: null,
  canRewrite: false,
  continues: null,
};

interface Wish {
  readonly intent: Intent | null;
  readonly with: string | null;
  readonly writer: boolean;
}

/** As the Api words it, without its templates. */
export function sampleDraft(contact: ContactDetail, wish: Wish, find: (id: unknown) => ContactDetail | undefined): Draft {
  const intent = wish.intent ?? 'checkIn';
  const other = wish.with === null ? undefined : find(wish.with);
  const first = contact.name === '' ? 'there' : (contact.name.split(' ')[0] ?? '');
  const text = `Hello ${first},\n\nit has been a while since we last wrote${contact.lastSubject === null ? '' : ` about «${contact.lastSubject.text}»`}.${intent === 'ask' ? '\n\n[your question]' : ''}\n\nBest wishes`;
  return {
    intent,
    intents,
    to: other === undefined ? [contact.address] : [contact.address, other.address],
    subject: other === undefined ? `${intent}: catching up, ${first}?` : `${first}, meet ${other.name}`,
    html: `<p>${text}</p>`,
    text,
    writtenBy: wish.writer ? 'ai' : 'template',
    templateFault: null,
    canRewrite: true,
    continues: contact.lastSubject === null || intent === 'introduce' ? null : { subject: contact.lastSubject.text, suggested: intent === 'answer' },
  };
}

/** Templates held in memory; what holds `{{ oops }}` is refused in its second line. */
export function sampleTemplateRoutes(): HttpHandler[] {
  const own = new Map<Intent, DraftTemplate>();
  const list = (): TemplateList => ({
    language: 'en',
    values: ['greeting', 'name', 'topic', 'ago', 'closing'],
    items: intents.map((intent) => ({
      intent,
      ...(own.get(intent) ?? { subject: `${intent}?`, text: '{{ greeting }}\n\n{{ topic }}\n\n{{ closing }}' }),
      changed: own.has(intent),
    })),
  });
  const refused = ({ text }: DraftTemplate) =>
    text.includes('oops')
      ? problem(400, 'This template cannot be used', 'Line 2 of the text: There is no value «oops». The one before stays.')
      : null;
  return [
    http.get('*/api/templates', () => HttpResponse.json<TemplateList>(list())),
    http.put<{ intent: Intent }, DraftTemplate>('*/api/templates/:intent', async ({ params, request }) => {
      const template = await request.json();
      const fault = refused(template);
      if (fault !== null) return fault;
      own.set(params.intent, template);
      return HttpResponse.json<TemplateList>(list());
    }),
    http.delete<{ intent: Intent }>('*/api/templates/:intent', ({ params }) => {
      own.delete(params.intent);
      return HttpResponse.json<TemplateList>(list());
    }),
    http.post<{ intent: Intent }, DraftTemplate & { contact: string }>('*/api/templates/:intent/preview', async ({ request }) => {
      const template = await request.json();
      return (
        refused(template) ??
        HttpResponse.json({
          name: people.find(({ id }) => id === template.contact)?.name ?? '',
          subject: template.subject,
          text: template.text.replace('{{ greeting }}', 'Hi Ana,').replace('{{ topic }}', 'Budget').replace('{{ closing }}', 'Best wishes'),
        })
      );
    }),
  ];
}

export function sampleMonth(month: string | null): Month {
  const some = month === null ? people.slice(0, 2) : [];
  return {
    month: month ?? asOf.slice(0, 7),
    before: '2025-01',
    after: month === null ? null : asOf.slice(0, 7),
    reconnected: some.length,
    answered: Math.min(some.length, 1),
    met: 0,
    people: some.map(({ id, name, address }, place) => ({ contactId: id, name, address, at: asOf, answered: place === 0, met: false })),
  };
}
