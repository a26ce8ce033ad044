import type { ContactState, LastContact } from '../../api/types';
import type { Strings } from './index';

const plural = new Intl.PluralRules('de');

/** `formatted` is the number as the user's locale writes it. */
function count(n: number, formatted: string, one: string, other: string): string {
  return `${formatted} ${plural.select(n) === 'one' ? one : other}`;
}

/** The same in German; a text that is missing here does not compile. */
export const de: Strings = {
  language: 'de',
  product: 'InboxNetworker',

  common: {
    back: 'Zurück',
    write: 'Schreiben',
    writeTo: (name: string) => `An ${name} schreiben`,
    tryAgain: 'Noch einmal',
    close: 'Schließen',
    noName: 'Ohne Namen',
    loading: 'Wird geladen',
    undo: 'Rückgängig',
    save: 'Speichern',
    saved: 'Gespeichert',
    remove: 'Entfernen',
    cancel: 'Abbrechen',
    more: (name: string) => `Mehr zu ${name}`,
  },

  places: {
    label: 'Teile von InboxNetworker',
    reconnect: 'Kontakte',
    alerts: 'Hinweise',
    network: 'Netzwerk',
    settings: 'Einstellungen',
  },

  actions: {
    snooze: 'Später erinnern',
    week: '1 Woche',
    month: '1 Monat',
    quarter: '3 Monate',
    date: 'Bis zu einem Tag',
    until: 'Später erinnern ab',
    notNow: 'Jetzt nicht',
    rest: 'Ruhen lassen',
    pin: 'Anheften',
    unpin: 'Lösen',
    snoozed: (name: string, date: string) => `${name} kommt am ${date} wieder`,
    dismissed: (name: string) => `${name}: jetzt nicht`,
    resting: (name: string) => `${name} darf ruhen`,
    pinned: (name: string) => `${name} ist angeheftet`,
    unpinned: (name: string) => `${name} ist nicht mehr angeheftet`,
    undone: 'Wie zuvor',
    merged: 'Jetzt eine Person',
    apart: 'Dann sind es zwei',
    parted: 'Die Adresse gehört jetzt jemand anderem',
    changed: 'Gemerkt',
  },

  filters: {
    open: 'Filtern',
    clear: 'Alle zeigen',
    any: 'Alle',
    state: 'Stand',
    company: 'Firma',
    department: 'Abteilung',
    tag: 'Stichwort',
    option: (value: string, people: string) => `${value} (${people})`,
    noneTitle: 'Niemand passt dazu',
    noneDetail: 'Mit weniger Filtern sehen Sie mehr Menschen.',
  },

  keys: {
    title: 'Tasten',
    show: 'Tastenkürzel',
    list: [
      ['↑ ↓', 'Von Person zu Person'],
      ['Enter', 'Person öffnen'],
      ['W', 'Schreiben'],
      ['S', 'In einem Monat erinnern'],
      ['N', 'Jetzt nicht'],
      ['P', 'Anheften'],
      ['U', 'Rückgängig'],
      ['/', 'Suchen'],
      ['?', 'Diese Tasten zeigen'],
    ],
  },

  alerts: {
    title: 'Nichts zu melden',
    detail: 'Wenn jemand Wichtiges sich zu entfernen beginnt, steht es hier. In wenigen Worten und nie zweimal.',
  },

  network: {
    title: 'Ihr weiteres Netzwerk',
    detail: 'Welche Teile Ihrer Organisation Sie erreichen und wer wen vorstellen könnte, wird hier stehen.',
  },

  welcome: {
    title: 'Ihr Netzwerk, lebendig',
    lead: 'InboxNetworker sieht, wem Sie schreiben und wen Sie treffen, und sagt, um wen es still geworden ist.',
    readTitle: 'Was gelesen wird',
    read: [
      'Wer wem wann geschrieben hat',
      'Wer wen wann getroffen hat',
      'Betreffzeilen und Titel von Terminen, für Ihre Entwürfe',
    ],
    neverTitle: 'Was nie gelesen wird',
    never: ['Der Text einer Mail', 'Anhänge', 'Irgendetwas aus fremden Postfächern'],
    promise: 'Nie wird etwas für Sie verschickt.',
    start: 'Mein Netzwerk zeigen',
  },

  crash: {
    title: 'Diese Ansicht ließ sich nicht zeigen',
    detail: 'Ihr Postfach und was Sie geschrieben haben sind unberührt. Öffnen Sie sie noch einmal.',
  },

  state: {
    new: 'Neu',
    close: 'Eng',
    steady: 'In Kontakt',
    fading: 'Wird still',
    dormant: 'Still geworden',
    resting: 'Ruht',
    unknown: 'Noch offen',
  } satisfies Record<ContactState, string>,

  lastContact: {
    met: (ago: string) => `Getroffen ${ago}`,
    mail: {
      in: (ago: string) => `Schrieb ${ago}`,
      out: (ago: string) => `Sie schrieben ${ago}`,
      both: (ago: string) => `Sie schrieben einander ${ago}`,
    } satisfies Record<LastContact['direction'], (ago: string) => string>,
    none: 'Noch keine Mail, kein Treffen',
    justNow: 'gerade eben',
  },

  message: {
    heading: 'Diese Nachricht',
    looking: 'Wird nachgeschlagen',
    nobodyDetail: 'In dieser Nachricht steht außer Ihnen niemand.',
    others: 'Auch in dieser Nachricht',
    moreOthers: (n: number) => (n === 1 ? '1 weitere Person zeigen' : `${n} weitere Personen zeigen`),
    /** `rhythm` as in «about every 3 weeks». */
    rhythm: (rhythm: string) => `Meist ${rhythm}`,
    turn: { yours: 'Sie sind am Zug', theirs: 'Die Antwort steht noch aus' },
  },

  reconnect: {
    heading: 'Wieder melden bei',
    encouragement: 'Ein kleiner Schritt heute genügt.',
    list: 'Menschen, bei denen Sie sich melden können',
    moreReasons: (n: number, formatted: string) => count(n, formatted, 'weiterer Grund', 'weitere Gründe'),
    fewerReasons: 'Weniger Gründe',
    showMore: 'Mehr zeigen',
    showingMore: 'Wird geladen',
    emptyLine: 'Heute braucht es keinen Schritt.',
    emptyTitle: 'Um niemanden ist es still geworden',
    emptyDetail:
      'Sie sind in Kontakt mit denen, denen Sie schreiben und die Sie treffen. Wenn jemand verstummt, sehen Sie es hier.',
    growingTitle: 'Ihr Postfach wird gelesen',
    growingDetail: 'Gleich stehen hier die ersten Menschen. Gelesen wird nur, wer und wann, nie der Text einer Mail.',
    stale: 'Diese Liste ließ sich nicht erneuern.',
    history: 'Kontakt über drei Jahre',
    closeTitle: 'Wem Sie nah sind',
  },

  search: {
    label: 'Alle durchsuchen',
    placeholder: 'Alle durchsuchen',
    clear: 'Suche leeren',
    heading: 'Gefunden',
    found: (n: number, formatted: string) => count(n, formatted, 'Person gefunden', 'Personen gefunden'),
    looking: 'Wird gesucht',
    noneTitle: 'Niemand gefunden',
    noneDetail: 'Versuchen Sie einen Teil des Namens, der Adresse, der Firma oder der Abteilung.',
  },

  person: {
    reasons: 'Warum jetzt',
    standing: 'Wie es steht',
    history: 'Ihre Geschichte',
    since: (date: string) => `In Kontakt seit ${date}`,
    sent: 'Von Ihnen',
    received: 'An Sie',
    meetings: 'Treffen',
    activeWeeks: 'Wochen in Kontakt',
    picture: (from: string, to: string, busiest: string, last: string) =>
      `Mails und Treffen nach Monaten, ${from} bis ${to}. Am meisten ${busiest}; zuletzt ${last}.`,
    emptyPicture: (from: string, to: string) => `Mails und Treffen nach Monaten, ${from} bis ${to}: keine.`,
    lastTime: 'Worum es zuletzt ging',
    lastSubject: 'Mail',
    lastMeeting: 'Treffen',
    addresses: 'Adressen',
    notThisPerson: 'Nicht diese Person',
    maybeSame: 'Dieselbe Person?',
    same: 'Ja, eine Person',
    notSame: 'Nein, zwei Personen',
    wishes: 'Was Sie möchten',
    rhythm: 'In Kontakt sein',
    rhythmNone: 'Wie es kommt',
    everyWeeks: (n: number, formatted: string) => (n === 1 ? 'Jede Woche' : `Alle ${formatted} Wochen`),
    tags: 'Stichwörter',
    addTag: 'Stichwort dazu',
    note: 'Notiz',
    notePlaceholder: 'Nur Sie sehen das.',
    snoozedUntil: (date: string) => `Kommt wieder am ${date}`,
    resting: 'Sie lassen diese Beziehung ruhen.',
    pinned: 'Angeheftet',
    wake: 'Beenden',
    why: 'Warum dieser Stand',
    chanceTitle: 'Die nächsten 30 Tage',
    chance: (chance: string) => `Wie es läuft, haben Sie binnen 30 Tagen ${chance} Kontakt.`,
    chanceOf: (_: number, few: string, all: string) => `in etwa ${few} von ${all} Fällen`,
    chanceWithout: { certain: 'so gut wie sicher', slight: 'in weniger als 1 von 100 Fällen' },
    tieTitle: 'Worauf Ihre Verbindung beruht',
    facts: {
      pulse: () => 'Kontakt in den letzten Wochen',
      exchange: () => 'Beide haben sich zuletzt gemeldet',
      memory: () => 'Kontakt im letzten Jahr',
      quarters: () => 'Kontakt Quartal für Quartal',
      'own-weeks': (n: number, formatted: string) => `${count(n, formatted, 'Woche', 'Wochen')} von Ihnen gepflegt`,
      silence: (n: number, formatted: string) => `${count(n, formatted, 'Woche', 'Wochen')} Stille`,
    },
    speaksFor: 'eher ja',
    speaksAgainst: 'eher nein',
    quiet: 'still',
    nothing: 'nichts',
    drafted: (date: string) => `Am ${date} wurde ein Entwurf gespeichert.`,
    noteKept: 'Noch nicht gespeichert; Ihr Text ist noch da',
    nextMeeting: 'Nächstes Treffen',
  },

  settings: {
    read: 'Was gelesen wird',
    counts: (messages: string, meetings: string, contacts: string) =>
      `Bisher: ${messages} Mails, ${meetings} Treffen, ${contacts} Menschen.`,
    leftOut: 'Wer ausgelassen wird',
    leftOutDetail: 'Automaten, Listen, Sammeladressen und wen Sie ausgelassen haben. Holen Sie zurück, wer fehlt.',
    never: 'Was nie gelesen wird',
    own: 'Ihre Adressen',
    ownDetail: 'Mails zwischen diesen zählen nicht.',
    leftOutNone: 'Niemand wird ausgelassen.',
    leftOutNoMatch: 'Niemand mit diesem Namen oder dieser Adresse wird ausgelassen.',
    leftOutCount: (n: number, formatted: string) =>
      count(n, formatted, 'Adresse wird ausgelassen', 'Adressen werden ausgelassen'),
    rules: {
      'left-out-list': 'Verteiler oder Gruppe',
      'left-out-no-reply': 'Nimmt keine Antwort an',
      'left-out-automatic': 'Newsletter oder Meldung',
      'left-out-role': 'Sammeladresse, keine Person',
      'left-out-room': 'Ein Raum oder Gerät',
      'left-out-own-alias': 'Eine Ihrer Adressen',
      'left-out-one-way': 'Schreibt nur, bekommt nie Post',
      'left-out-by-owner': 'Von Ihnen ausgelassen',
    },
    search: 'Ausgelassene durchsuchen',
    bringBack: 'Zurückholen',
    broughtBack: (name: string) => `${name} zählt wieder`,
    choices: 'Was Sie entschieden haben',
    kept: (pattern: string) => `${pattern} zählt`,
    out: (pattern: string) => `${pattern} wird ausgelassen`,
    forget: 'Den Regeln überlassen',
    alerts: 'Hinweise',
    alertsDetail: 'Noch gibt es keine. Nichts wird Sie stören.',
    data: 'Ihre Daten',
    dataDetail: 'Was über Sie und Ihre Kontakte gespeichert ist, gehört Ihnen: nehmen Sie es mit, oder löschen Sie es endgültig.',
    export: 'Kopie herunterladen',
    exportHint: 'Ein Zip mit JSON und CSV',
    erase: 'Alles löschen',
    eraseTitle: 'Alles löschen?',
    eraseDetail:
      'Alles Gelesene und alles, was Sie entschieden und notiert haben, ist sofort fort. Ihr Postfach bleibt, wie es ist.',
    eraseYes: 'Alles löschen',
    erased: 'Alles ist gelöscht',
    erasedDetail: 'Lesen Sie Ihr Postfach neu, wann immer Sie mögen; bis dahin wird nichts gelesen.',
    about: 'Über',
    version: (version: string) => `InboxNetworker ${version}`,
    keys: 'Tastenkürzel',
  },

  draft: {
    heading: (name: string) => `An ${name} schreiben`,
    preparing: 'Ein Entwurf entsteht',
    to: 'An',
    subject: 'Betreff',
    message: 'Nachricht',
    save: 'In Entwürfe legen',
    saving: 'Wird gespeichert …',
    copy: 'Kopieren',
    copied: 'Nachricht kopiert',
    openInOutlook: 'In Outlook öffnen',
    opened: 'Der Entwurf ist in Outlook offen',
    nothingSent: 'Verschickt wird erst, wenn Sie in Outlook senden.',
    savedTitle: 'Liegt in Ihren Entwürfen',
    savedDetail: 'Öffnen Sie ihn dort, um ihn zu beenden und zu senden.',
    showSaved: 'In Entwürfen zeigen',
    done: 'Fertig',
    notSaved: 'Ihr Text ist noch da.',
  },

  sync: {
    starting: 'Ihr Postfach wird gleich gelesen',
    reading: (read: number, total: number, readText: string, totalText: string) =>
      total > 0
        ? `Wird gelesen: ${readText} von ${count(total, totalText, 'Mail', 'Mails')}`
        : `Wird gelesen: ${count(read, readText, 'Mail', 'Mails')}`,
    waiting: (until: string) => `Microsoft 365 ist beschäftigt; weiter um ${until}`,
    read: (ago: string) => `Gelesen ${ago}`,
    neverRead: 'Noch nicht gelesen',
    partial: 'Noch ist nicht alles gelesen.',
    readAgain: 'Neu lesen',
    failed: 'Das Lesen hat aufgehört',
    lost: 'Keine Antwort; neuer Versuch',
    progress: 'Ihr Postfach wird gelesen',
  },

  failure: {
    unreachable: {
      title: 'InboxNetworker antwortet nicht',
      detail: 'Prüfen Sie Ihre Verbindung und ob der Dienst läuft, dann noch einmal.',
    },
    problem: {
      title: 'Das hat nicht geklappt',
      detail: 'Der Dienst hat mit einem Fehler geantwortet. Versuchen Sie es gleich noch einmal.',
    },
    token: {
      title: 'Sie sind abgemeldet',
      detail: 'Melden Sie sich in Outlook wieder an und öffnen Sie InboxNetworker neu.',
    },
    notFound: {
      title: 'Das gibt es hier nicht mehr',
      detail: 'Gehen Sie zurück und öffnen Sie es aus der Liste neu.',
    },
    host: {
      title: 'Outlook hat den Entwurf nicht geöffnet',
      detail: 'Legen Sie ihn stattdessen in die Entwürfe, oder kopieren Sie den Text.',
    },
    clipboard: {
      title: 'Der Text ließ sich nicht kopieren',
      detail: 'Markieren Sie ihn im Feld und kopieren Sie ihn mit der Tastatur.',
    },
  },

  outside: {
    title: 'Sie sind nicht in Outlook',
    detail:
      'Öffnen Sie InboxNetworker aus einer Nachricht in Outlook, um zu sehen, wer sie schrieb. Die Liste geht auch hier.',
  },

  preview: {
    label: 'Vorschau: Beispielpostfach, nicht Outlook',
    folders: 'Ordner',
    folder: { inbox: 'Posteingang', sentitems: 'Gesendet', drafts: 'Entwürfe' },
    messages: (folder: string) => `Nachrichten in ${folder}`,
    noMessages: 'Dieser Ordner ist leer.',
    readingPane: 'Nachricht',
    nothingSelected: 'Wählen Sie eine Nachricht, um sie hier zu sehen.',
    noSubject: '(kein Betreff)',
    noRecipients: '(keine Empfänger)',
    draft: 'Entwurf',
    from: 'Von',
    to: 'An',
    cc: 'Cc',
    noBody: 'InboxNetworker liest nie den Text einer Mail; deshalb hat diese Vorschau keinen.',
  },
};
