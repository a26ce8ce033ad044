import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { createPreviewHost } from './previewHost';

const host = (shellVisible = true) =>
  createPreviewHost({ theme: signal('light' as const), locale: 'en-GB', shellVisible: () => shellVisible });
const message = { key: 'm1', from: { name: 'Marcus', address: 'marcus@a.example' }, recipients: [] };

it('selecting a message raises the change that Outlook calls ItemChanged', () => {
  const preview = host();
  const heard = vi.fn();
  preview.item.subscribe(heard);
  preview.select(message);
  preview.select(null);
  expect(heard.mock.calls.map(([item]: unknown[]) => item)).toEqual([null, message, null]);
});

it('passes on that a draft was saved, until the listener leaves', () => {
  const preview = host();
  const heard = vi.fn();
  const leave = preview.onDraftSaved(heard);
  preview.draftSaved({ id: 'd1', webLink: null });
  leave();
  preview.draftSaved({ id: 'd2', webLink: null });
  expect(heard).toHaveBeenCalledExactlyOnceWith({ id: 'd1', webLink: null });
});

it('shows a draft only where the Drafts folder is to be seen', () => {
  expect(host(true).canShowDraft({ id: 'd1', webLink: null })).toBe(true);
  expect(host(false).canShowDraft({ id: 'd1', webLink: null })).toBe(false);
});

it("compares the owner's address in lower case", () => {
  const preview = host();
  preview.setOwner('Nora@Fernhill.example');
  expect(preview.owner.value).toBe('nora@fernhill.example');
});

it('has no message form of its own to open', () => {
  expect(host().openDraft).toBeNull();
});
