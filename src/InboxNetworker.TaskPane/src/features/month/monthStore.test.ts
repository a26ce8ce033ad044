import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { Month } from '../../api/types';
import { ok } from '../../result';
import { createMonthStore } from './monthStore';

const of = (month: string): Month => ({ month, before: '2026-09', after: null, reconnected: 0, answered: 0, met: 0, people: [] });

it('shows the month asked for last, whichever answer comes first', async () => {
  const answers: ((month: Month) => void)[] = [];
  const month = vi.fn<Api['month']>().mockImplementation(
    () => new Promise((resolve) => answers.push((value) => { resolve(ok(value)); })),
  );
  const store = createMonthStore({ month });
  const [first, second] = [store.show(), store.show('2026-10')];
  answers[1]?.(of('2026-10'));
  answers[0]?.(of('2026-11'));
  await Promise.all([first, second]);
  expect(store.shown.value).toEqual(ok(of('2026-10')));
});
