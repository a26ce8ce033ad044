import type { ContactState, LastContact } from '../api/types';

const plural = new Intl.PluralRules('en');

/** `formatted` is the number as the user's locale writes it. */
function count(n: number, formatted: string, one: string, other: string): string {
  return `${formatted} ${plural.select(n) === 'one' ? one : other}`;
}

/** Every text that a user reads and the Api does not write. */
export const strings = {
  language: 'en',
  product: 'InboxNetworker',

  common: {
    back: 'Back',
    write: 'Write',
    writeTo: (name: string) => `Write to ${name}`,
    tryAgain: 'Try again',
    close: 'Close',
    noName: 'No name',
    loading: 'Loading',
  },

  state: {
    new: 'New',
    close: 'Close',
    steady: 'In touch',
    fading: 'Fading',
    dormant: 'Gone quiet',
    resting: 'Resting',
    unknown: 'Too early to say',
  } satisfies Record<ContactState, string>,

  lastContact: {
    met: (ago: string) => `You met ${ago}`,
    mail: {
      in: (ago: string) => `They wrote ${ago}`,
      out: (ago: string) => `You wrote ${ago}`,
      both: (ago: string) => `You wrote to each other ${ago}`,
    } satisfies Record<LastContact['direction'], (ago: string) => string>,
    none: 'No mail or meeting yet',
    justNow: 'just now',
  },

  message: {
    heading: 'This message',
    looking: 'Looking up this person',
    nobodyDetail: 'This message names no one but you.',
  },

  reconnect: {
    heading: 'People to reconnect with',
    encouragement: 'One small step today is enough.',
    list: 'People to reconnect with',
    moreReasons: (n: number, formatted: string) => count(n, formatted, 'more reason', 'more reasons'),
    fewerReasons: 'Fewer reasons',
    showMore: 'Show more',
    showingMore: 'Loading more',
    emptyLine: 'No step is needed today.',
    emptyTitle: 'Nothing has gone quiet',
    emptyDetail:
      'You are in touch with the people you write to and meet. When someone falls silent, you will see it here.',
    growingTitle: 'Reading your mailbox',
    growingDetail: 'The first people appear here in a moment. Only who and when is read, never the text of a message.',
    stale: 'This list could not be brought up to date.',
    history: 'Contact over three years',
  },

  search: {
    label: 'Search everyone',
    placeholder: 'Search everyone',
    clear: 'Clear the search',
    heading: 'Search results',
    found: (n: number, formatted: string) => count(n, formatted, 'person found', 'people found'),
    looking: 'Searching',
    noneTitle: 'No one found',
    noneDetail: 'Try a part of a name, an address, a company or a department.',
  },

  person: {
    reasons: 'Why now',
    standing: 'How it stands',
    history: 'Your history',
    since: (date: string) => `In touch since ${date}`,
    sent: 'You wrote',
    received: 'They wrote',
    meetings: 'Meetings',
    activeWeeks: 'Weeks in touch',
    picture: (from: string, to: string, busiest: string, last: string) =>
      `Mail and meetings by month, ${from} to ${to}. Most in ${busiest}; last contact in ${last}.`,
    emptyPicture: (from: string, to: string) => `Mail and meetings by month, ${from} to ${to}: none.`,
    lastTime: 'What you last talked about',
    lastSubject: 'Mail',
    lastMeeting: 'Meeting',
    addresses: 'Addresses',
  },

  draft: {
    heading: (name: string) => `Write to ${name}`,
    preparing: 'Preparing a draft',
    to: 'To',
    subject: 'Subject',
    message: 'Message',
    save: 'Save to Drafts',
    saving: 'Saving…',
    copy: 'Copy',
    copied: 'Message copied',
    openInOutlook: 'Open in Outlook',
    opened: 'The draft is open in Outlook',
    nothingSent: 'Nothing is sent until you send it from Outlook.',
    savedTitle: 'Saved to your Drafts folder',
    savedDetail: 'Open it there to finish and send it.',
    showSaved: 'Show in Drafts',
    done: 'Done',
    notSaved: 'Your text is still here.',
  },

  sync: {
    starting: 'Starting to read your mailbox',
    reading: (read: number, total: number, readText: string, totalText: string) =>
      total > 0
        ? `Reading your mailbox: ${readText} of ${count(total, totalText, 'message', 'messages')}`
        : `Reading your mailbox: ${count(read, readText, 'message', 'messages')}`,
    waiting: (until: string) => `Microsoft 365 is busy; going on at ${until}`,
    read: (ago: string) => `Read ${ago}`,
    neverRead: 'Not read yet',
    partial: 'Not everything has been read yet.',
    readAgain: 'Read again',
    failed: 'Reading stopped',
    lost: 'No answer; trying again',
    progress: 'Reading your mailbox',
  },

  failure: {
    unreachable: {
      title: 'InboxNetworker does not answer',
      detail: 'Check your connection and that the service is running, then try again.',
    },
    problem: {
      title: 'That did not work',
      detail: 'The service answered with an error. Try again in a moment.',
    },
    notFound: {
      title: 'This is no longer here',
      detail: 'Go back and open it again from the list.',
    },
    host: {
      title: 'Outlook did not open the draft',
      detail: 'Save it to Drafts instead, or copy the text.',
    },
    clipboard: {
      title: 'The text could not be copied',
      detail: 'Select it in the message field and copy it with the keyboard.',
    },
  },

  outside: {
    title: 'You are not inside Outlook',
    detail:
      'Open InboxNetworker from a message in Outlook to see the person who wrote it. The list below works here too.',
  },

  preview: {
    label: 'Preview: sample mailbox, not Outlook',
    folders: 'Folders',
    folder: { inbox: 'Inbox', sentitems: 'Sent Items', drafts: 'Drafts' },
    messages: (folder: string) => `Messages in ${folder}`,
    noMessages: 'This folder is empty.',
    readingPane: 'Message',
    nothingSelected: 'Select a message to see it here.',
    noSubject: '(no subject)',
    noRecipients: '(no recipients)',
    draft: 'Draft',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    noBody: 'InboxNetworker never reads message text, so this preview has none to show.',
  },
} as const;
