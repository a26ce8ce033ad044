import type { ContactState } from '../api/types';

export interface Sketch {
  readonly name: string;
  readonly address: string;
  readonly department?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly state: ContactState;
  /** Contacts a week while in touch. */
  readonly pace: number;
  /** Weeks ago: from, to. */
  readonly inTouch: readonly (readonly [number, number])[];
  readonly reasons: readonly string[];
  readonly subject?: string;
  readonly meeting?: string;
  readonly others?: readonly string[];
}

/** What the sample people are made from, those with the most to say first. */
export const sketches: readonly Sketch[] = [
  {
    name: 'Marcus Feld',
    address: 'marcus.feld@brightwater.example',
    company: 'Brightwater Studio',
    jobTitle: 'Creative Director',
    state: 'dormant',
    pace: 1.6,
    inTouch: [[110, 31]],
    subject: 'Spring campaign: second round of layouts',
    meeting: 'Layout review',
    reasons: [
      'You exchanged 41 mails in 14 different weeks, most in one spring; nothing for 7 months.',
      'You met 13 times, usually to review layouts.',
      'They wrote last; no answer went back.',
    ],
    others: ['marcus@feld-design.example'],
  },
  {
    name: 'Priya Raman',
    address: 'priya.raman@fernhill.example',
    department: 'Product',
    company: 'Fernhill',
    jobTitle: 'Head of Research',
    state: 'dormant',
    pace: 2.2,
    inTouch: [
      [150, 120],
      [80, 22],
    ],
    subject: 'Interview notes, batch 3',
    meeting: 'Research readout',
    reasons: ['For a year you wrote almost every week; nothing for 5 months.', 'You used to meet every second week.'],
  },
  {
    name: 'Tomás Oliveira',
    address: 'tomas@casaverde.example',
    company: 'Casa Verde',
    jobTitle: 'Founder',
    state: 'fading',
    pace: 0.9,
    inTouch: [[140, 9]],
    subject: 'Re: Lisbon in October',
    meeting: 'Coffee with Tomás',
    reasons: ['Usually you are in touch every 2 weeks; this time it has been 9.'],
  },
  {
    name: 'Dr. Annelise van den Bergh-Kowalczyk',
    address: 'a.vandenbergh@universityhospital-northshore.example',
    company: 'North Shore University Hospital',
    jobTitle: 'Chief Medical Information Officer',
    state: 'dormant',
    pace: 0.8,
    inTouch: [[130, 44]],
    subject: 'Consent wording for the pilot study',
    reasons: ['You exchanged 23 mails in 17 different weeks; nothing for 10 months.'],
  },
  {
    name: 'Jonas Weber',
    address: 'jonas.weber@fernhill.example',
    department: 'Finance',
    jobTitle: 'Controller',
    state: 'fading',
    pace: 1.2,
    inTouch: [[100, 11]],
    subject: 'Budget line 4410',
    meeting: 'Quarterly forecast',
    reasons: [
      'Last contact was 11 weeks ago, about three times the usual pause.',
      'He wrote last; no answer went back.',
    ],
  },
  {
    name: 'Amara Okafor',
    address: 'amara.okafor@lumen-press.example',
    company: 'Lumen Press',
    jobTitle: 'Editor',
    state: 'dormant',
    pace: 0.7,
    inTouch: [
      [150, 96],
      [70, 52],
    ],
    subject: 'Proofs are back',
    reasons: ['Twice you picked this up again after a long pause; the last one began a year ago.'],
  },
  {
    name: 'Li Wei',
    address: 'li.wei@fernhill.example',
    department: 'Operations',
    jobTitle: 'Plant Manager',
    state: 'dormant',
    pace: 1.1,
    inTouch: [[120, 30]],
    meeting: 'Line 2 walk-through',
    reasons: ['You met 12 times and wrote 34 mails; nothing for 7 months.'],
  },
  {
    name: 'نادية الحسن',
    address: 'nadia.alhassan@gulfbridge.example',
    company: 'Gulf Bridge',
    jobTitle: 'Partnerships',
    state: 'fading',
    pace: 0.8,
    inTouch: [[90, 12]],
    subject: 'اجتماع الأسبوع القادم',
    reasons: ['Usually you are in touch every 3 weeks; this time it has been 12.'],
  },
  {
    name: 'Sofia Bergström',
    address: 'sofia.bergstrom@fernhill.example',
    department: 'People',
    jobTitle: 'Talent Partner',
    state: 'steady',
    pace: 1.4,
    inTouch: [[150, 1]],
    subject: 'Offer letter',
    meeting: 'Hiring sync',
    reasons: ['In touch in 9 of the last 12 weeks.'],
  },
  {
    name: 'Ben Achterberg',
    address: 'ben@achterberg-legal.example',
    company: 'Achterberg Legal',
    jobTitle: 'Counsel',
    state: 'close',
    pace: 3,
    inTouch: [[80, 0]],
    subject: 'Signed copy',
    meeting: 'Contract call',
    reasons: ['In touch almost every week for a year and a half.'],
  },
  {
    name: '',
    address: 'k.ito@harborline.example',
    company: 'Harborline',
    state: 'dormant',
    pace: 0.6,
    inTouch: [[100, 60]],
    reasons: ['You exchanged 18 mails in 11 different weeks; nothing for 14 months.'],
  },
  {
    name: 'Greta <b>Holm</b> & Co',
    address: 'greta.holm@holm.example',
    company: 'Holm & Co',
    jobTitle: 'Owner',
    state: 'dormant',
    pace: 0.6,
    inTouch: [[120, 70]],
    subject: '<script>alert(1)</script>',
    reasons: ['You exchanged 12 mails; nothing for 16 months.'],
  },
  ...Array.from({ length: 18 }, (_, i): Sketch => ({
    name: `${['Ada', 'Bruno', 'Clara', 'Deniz', 'Elif', 'Farid'][i % 6] ?? ''} ${['Novak', 'Sato', 'Moreau'][i % 3] ?? ''}`,
    address: `person${i}@elsewhere.example`,
    company: 'Elsewhere Ltd',
    state: 'dormant',
    pace: 0.5,
    inTouch: [[120, 40 + i * 3]],
    reasons: [`You exchanged ${14 + i} mails; nothing for ${String(9 + Math.floor(i * 0.7))} months.`],
  })),
];
