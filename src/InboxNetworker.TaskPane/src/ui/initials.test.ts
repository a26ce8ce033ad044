import { describe, expect, it } from 'vitest';
import { avatarColor, initials } from './initials';

describe('initials', () => {
  it.each([
    ['Marcus Feld', '', 'MF'],
    ['Feld, Marcus', '', 'MF'],
    ['Dr. Annelise van den Bergh-Kowalczyk', '', 'DK'],
    ['Amara Okafor (Lumen Press)', '', 'AO'],
    ['cher', '', 'C'],
    ['نادية الحسن', '', 'نا'],
    ['王 小明', '', '王小'],
    ['🎉 Party Team', '', 'PT'],
    ['<b>Holm</b>', '', ''],
    ['', 'k.ito@harborline.example', 'K'],
    ['🎉', '+49123@sms.example', ''],
    ['', '', ''],
  ])('of «%s» <%s> are «%s»', (name, address, expected) => {
    expect(initials(name, address)).toBe(expected);
  });
});

describe('the colour of an avatar', () => {
  it('is the same for the same address', () => {
    expect(avatarColor('Ann@A.example')).toBe(avatarColor('ann@a.example'));
  });

  it('spreads over many addresses', () => {
    const used = new Set(Array.from({ length: 500 }, (_, i) => avatarColor(`person${i}@a.example`)));
    expect(used.size).toBeGreaterThan(20);
  });
});
