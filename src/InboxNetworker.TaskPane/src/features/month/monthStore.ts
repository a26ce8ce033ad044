import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { Month } from '../../api/types';
import type { Result } from '../../result';

export type MonthApi = Pick<Api, 'month'>;

/** One month at a time, from this one backwards. */
export function createMonthStore(api: MonthApi) {
  const shown = signal<Result<Month> | null>(null);
  let turn = 0;

  async function show(month?: string): Promise<void> {
    const mine = ++turn;
    const answer = await api.month(month);
    if (mine === turn) shown.value = answer;
  }

  return { shown, show };
}

export type MonthStore = ReturnType<typeof createMonthStore>;
