import { http, HttpResponse, type HttpHandler } from 'msw';
import type { AuditPage, Forgotten, Retention } from '../api/types';
import { problem } from './problem.ts';

/** What was read and done, how long single messages are kept, and whom the owner had forgotten. */
export function sampleRecordRoutes(): HttpHandler[] {
  const forgotten: string[] = ['ana.fox@there.example'];
  let years = 3;
  const kept = (): Retention => ({ years, droppedBefore: null });
  const count = (): Forgotten => ({ addresses: forgotten.length });
  return [
    http.get('*/api/audit', () =>
      HttpResponse.json<AuditPage>({
        items: [
          { at: '2026-06-15T11:50:00Z', what: 'reading', count: 12, times: 6 },
          { at: '2026-06-14T09:00:00Z', what: 'forget', count: 1, times: 1 },
        ],
        cursor: null,
      }),
    ),
    http.get('*/api/retention', () => HttpResponse.json(kept())),
    http.put('*/api/retention', async ({ request }) => {
      ({ years } = (await request.json()) as Retention);
      return HttpResponse.json(kept());
    }),
    http.get('*/api/forgotten', () => HttpResponse.json(count())),
    http.post('*/api/forgotten', async ({ request }) => {
      const place = forgotten.indexOf(((await request.json()) as { address: string }).address);
      if (place < 0) return problem(404, 'This address is not forgotten', 'See that it is spelt as in the person’s mails.');
      forgotten.splice(place, 1);
      return HttpResponse.json(count());
    }),
    http.delete('*/api/contacts/:id', ({ params }) => {
      forgotten.push(String(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
