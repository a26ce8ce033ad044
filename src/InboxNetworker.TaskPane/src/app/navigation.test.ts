import { expect, it } from 'vitest';
import { ok } from '../result';
import { proposal } from '../testing/sampleDrafts';
import { people, toItem } from '../testing/samplePeople';
import { createDraftStore } from '../features/draft/draftStore';
import { createNavigation } from './navigation';

const [contact] = people.map(toItem) as [ReturnType<typeof toItem>];
const never = () => new Promise<never>(() => undefined);
const draft = createDraftStore({ draft: never, saveDraft: never, introductions: never }, contact.id);
const names = ({ stack }: ReturnType<typeof createNavigation>) => stack.value.map(({ name }) => name);

it('goes back one view at a time, and not past the first', () => {
  const navigation = createNavigation();
  navigation.open({ name: 'person', contact });
  navigation.open({ name: 'draft', contact, draft });
  expect(names(navigation)).toEqual(['home', 'person', 'draft']);
  navigation.back();
  expect(names(navigation)).toEqual(['home', 'person']);
  navigation.back();
  navigation.back();
  expect(names(navigation)).toEqual(['home']);
});

it('a newly opened message closes a person, never a draft', () => {
  const navigation = createNavigation();
  navigation.open({ name: 'person', contact });
  navigation.home();
  expect(names(navigation)).toEqual(['home']);
  navigation.open({ name: 'draft', contact, draft });
  navigation.home();
  expect(names(navigation)).toEqual(['home', 'draft']);
});

it('a newly opened message closes a draft that is saved', async () => {
  const saving = createDraftStore(
    {
      draft: () => Promise.resolve(ok(proposal)),
      introductions: never,
      saveDraft: () => Promise.resolve(ok({ id: 'd1', webLink: null, subject: 'Hello', continued: false })),
    },
    contact.id,
  );
  const navigation = createNavigation();
  navigation.open({ name: 'person', contact });
  navigation.open({ name: 'draft', contact, draft: saving });
  await saving.prepare();
  navigation.home();
  expect(names(navigation)).toEqual(['home', 'person', 'draft']);
  await saving.save();
  navigation.home();
  expect(names(navigation)).toEqual(['home']);
});

it('a newly opened message brings back the part of the pane that speaks of it', () => {
  const navigation = createNavigation();
  navigation.go('settings');
  navigation.home();
  expect(navigation.place.value).toBe('reconnect');
});

it('another part of the pane closes what was opened before', () => {
  const navigation = createNavigation();
  navigation.open({ name: 'person', contact });
  navigation.go('alerts');
  expect(names(navigation)).toEqual(['home']);
});
