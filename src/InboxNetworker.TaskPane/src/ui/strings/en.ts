import type { ContactState, LastContact } from '../../api/types';

const plural = new Intl.PluralRules('en');

/** `formatted` is the number as the user's locale writes it. */
function count(n: number, formatted: string, one: string, other: string): string {
  return `${formatted} ${plural.select(n) === 'one' ? one : other}`;
}

/** Every text that a user reads and the Api does not write, in English. */
export const en = {
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
    undo: 'Undo',
    save: 'Save',
    saved: 'Saved',
    remove: 'Remove',
    cancel: 'Cancel',
    more: (name: string) => `More for ${name}`,
  },

  places: {
    label: 'Parts of InboxNetworker',
    reconnect: 'Reconnect',
    alerts: 'Alerts',
    network: 'Network',
    settings: 'Settings',
  },

  actions: {
    snooze: 'Snooze',
    week: '1 week',
    month: '1 month',
    quarter: '3 months',
    date: 'Until a date',
    until: 'Snooze until',
    notNow: 'Not now',
    rest: 'Let it rest',
    pin: 'Pin',
    unpin: 'Unpin',
    snoozed: (name: string, date: string) => `${name} comes back on ${date}`,
    dismissed: (name: string) => `${name}: not now`,
    resting: (name: string) => `${name} is let rest`,
    pinned: (name: string) => `${name} is pinned`,
    unpinned: (name: string) => `${name} is no longer pinned`,
    undone: 'As it was before',
    merged: 'Now one person',
    apart: 'Two people, then',
    parted: 'The address is somebody else’s now',
    changed: 'Kept',
  },

  filters: {
    open: 'Filter',
    clear: 'Show everybody',
    any: 'All',
    state: 'State',
    company: 'Company',
    department: 'Department',
    tag: 'Tag',
    option: (value: string, people: string) => `${value} (${people})`,
    noneTitle: 'Nobody here fits',
    noneDetail: 'Choose fewer filters to see more people.',
  },

  keys: {
    title: 'Keys',
    show: 'Keyboard shortcuts',
    list: [
      ['↑ ↓', 'From person to person'],
      ['Enter', 'Open the person'],
      ['W', 'Write'],
      ['S', 'Snooze for a month'],
      ['N', 'Not now'],
      ['P', 'Pin'],
      ['U', 'Undo'],
      ['/', 'Search'],
      ['?', 'Show these keys'],
    ],
  },

  alerts: {
    title: 'Nothing to tell you',
    detail: 'When somebody who matters begins to drift, it will stand here. Few words, and never twice.',
  },

  network: {
    title: 'Your wider network',
    detail: 'Which parts of your organisation you reach, and who could introduce whom, will stand here.',
  },

  welcome: {
    title: 'Your network, kept alive',
    lead: 'InboxNetworker looks at who you write to and who you meet, and tells you who has gone quiet.',
    readTitle: 'What is read',
    read: [
      'Who wrote to whom, and when',
      'Who met whom, and when',
      'Subjects of mails and titles of meetings, for your drafts',
    ],
    neverTitle: 'What is never read',
    never: ['The text of a mail', 'Attachments', 'Anything of anybody else’s mailbox'],
    promise: 'Nothing is ever sent for you.',
    start: 'Show me my network',
  },

  crash: {
    title: 'This view could not be shown',
    detail: 'Your mailbox and what you wrote are untouched. Open it again.',
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
    others: 'Also on this message',
    moreOthers: (n: number) => (n === 1 ? 'Show 1 more person' : `Show ${n} more people`),
    /** `rhythm` as in «about every 3 weeks». */
    rhythm: (rhythm: string) => `Usually ${rhythm}`,
    turn: { yours: 'Your turn to write', theirs: 'Their turn to write' },
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
    closeTitle: 'Who you are close to',
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
    notThisPerson: 'Not this person',
    maybeSame: 'The same person?',
    same: 'Yes, one person',
    notSame: 'No, two people',
    wishes: 'What you want',
    rhythm: 'Be in touch',
    rhythmNone: 'As it comes',
    everyWeeks: (n: number, formatted: string) => (n === 1 ? 'Every week' : `Every ${formatted} weeks`),
    tags: 'Tags',
    addTag: 'Add a tag',
    note: 'Note',
    notePlaceholder: 'Only you see this.',
    snoozedUntil: (date: string) => `Snoozed until ${date}`,
    resting: 'You let this one rest.',
    pinned: 'Pinned',
    wake: 'End this',
    why: 'Why this state',
    chanceTitle: 'The next 30 days',
    chance: (chance: string) => `As things go, the two of you will be in touch within 30 days ${chance}.`,
    chanceOf: (cases: number, few: string, all: string) => `in about ${few} ${cases === 1 ? 'case' : 'cases'} in ${all}`,
    chanceWithout: { certain: 'almost certainly', slight: 'in fewer than 1 case in 100' },
    tieTitle: 'What your tie rests on',
    facts: {
      pulse: () => 'Contact in the last weeks',
      exchange: () => 'Each turned to the other lately',
      memory: () => 'Contact over the last year',
      quarters: () => 'Contact quarter after quarter',
      'own-weeks': (n: number, formatted: string) => `You kept it up for ${count(n, formatted, 'week', 'weeks')}`,
      silence: (n: number, formatted: string) => `${count(n, formatted, 'week', 'weeks')} of silence`,
    } as Readonly<Record<string, (n: number, formatted: string) => string>>,
    speaksFor: 'more likely',
    speaksAgainst: 'less likely',
    quiet: 'quiet',
    nothing: 'nothing',
    drafted: (date: string) => `A draft to them was saved on ${date}.`,
    noteKept: 'Not saved yet; your text is still here',
    nextMeeting: 'Next meeting',
  },

  settings: {
    read: 'What is read',
    counts: (messages: string, meetings: string, contacts: string) =>
      `So far: ${messages} mails, ${meetings} meetings, ${contacts} people.`,
    leftOut: 'Who is left out',
    never: 'What is never read',
    own: 'Your addresses',
    ownDetail: 'Mail between these is not counted.',
    leftOutDetail: 'Machines, lists, offices and whom you left out. Bring back whom you miss.',
    leftOutNone: 'Nobody is left out.',
    leftOutNoMatch: 'Nobody of that name or address is left out.',
    leftOutCount: (n: number, formatted: string) => count(n, formatted, 'address is left out', 'addresses are left out'),
    rules: {
      'left-out-list': 'Mailing list or group',
      'left-out-no-reply': 'Cannot be answered',
      'left-out-automatic': 'Newsletter or notification',
      'left-out-role': 'An office, not one person',
      'left-out-room': 'A room or a thing',
      'left-out-own-alias': 'An address of your own',
      'left-out-one-way': 'Only ever writes',
      'left-out-by-owner': 'You left it out',
    } as Readonly<Record<string, string>>,
    search: 'Search those left out',
    bringBack: 'Bring back',
    broughtBack: (name: string) => `${name} counts again`,
    choices: 'What you decided',
    kept: (pattern: string) => `${pattern} is kept`,
    out: (pattern: string) => `${pattern} is left out`,
    forget: 'Back to the rules',
    alerts: 'Alerts',
    alertsDetail: 'None are sent yet. Nothing will interrupt you.',
    data: 'Your data',
    dataDetail: 'All that is kept about you and your contacts is yours: take a copy, or have it erased for good.',
    export: 'Download a copy',
    exportHint: 'A zip with JSON and CSV',
    erase: 'Erase everything',
    eraseTitle: 'Erase everything?',
    eraseDetail: 'All that was read, and all you decided and noted, goes at once. Your mailbox itself stays as it is.',
    eraseYes: 'Erase it all',
    erased: 'Everything is erased',
    erasedDetail: 'Read your mailbox again whenever you like; until then nothing is read.',
    about: 'About',
    version: (version: string) => `InboxNetworker ${version}`,
    keys: 'Keyboard shortcuts',
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
    token: {
      title: 'You are signed out',
      detail: 'Sign in to Outlook again, then open InboxNetworker anew.',
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
