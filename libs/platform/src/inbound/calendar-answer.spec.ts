import { describe, expect, it } from '@jest/globals';
import { readCalendarAnswer } from './calendar-answer.js';

const calendar = (method: string, ...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, ...lines, 'END:VCALENDAR', ''].join('\r\n');
const entry = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

describe('the answer of a calendar program', () => {
  it('is read over broken lines, in any case of its letters', async () => {
    const text = calendar(
      'reply',
      ...entry(
        'UID:panel-2027-1@hra.exam',
        ' ple',
        'sequence:3',
        'DTSTAMP:20270302T090000Z',
        'ATTENDEE;CN="Doe: Jane";partstat=accepted:MAILTO:Jane@RC.example',
        'COMMENT:Late\\, but there',
      ),
    );
    await expect(readCalendarAnswer(text)).resolves.toEqual({
      uid: 'panel-2027-1@hra.example',
      sequence: 3,
      saidAt: new Date('2027-03-02T09:00:00Z'),
      attendees: [{ address: 'jane@rc.example', says: 'ACCEPTED', note: '' }],
      note: 'Late, but there',
      proposes: null,
    });
  });

  it('may propose another time, in a zone that it brings along', async () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:East Africa', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'];
    const rules = ['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'];
    const start = 'DTSTART;TZID=East Africa:20270611T143000';
    const read = await readCalendarAnswer(calendar('COUNTER', ...zone, ...rules, ...entry('UID:x', start)));
    expect(read).toMatchObject({
      proposes: new Date('2027-06-11T11:30:00Z'),
      sequence: 0,
      saidAt: null,
      attendees: [],
    });
  });

  it.each([
    ['an invitation', calendar('REQUEST', ...entry('UID:x'))],
    ['no method', calendar('').replace('METHOD:\r\n', '')],
    ['no entry', calendar('REPLY')],
    ['a calendar that ends in the middle', calendar('REPLY', ...entry('UID:x')).slice(0, 60)],
    ['a day that is none', calendar('REPLY', ...entry('UID:x', 'DTSTAMP:yesterday'))],
    ['no calendar', 'Hello.'],
    ['nothing', ''],
    ['far too much', calendar('REPLY', ...entry(`UID:${'x'.repeat(300_000)}`))],
  ])('is none in %s', async (_, text) => {
    await expect(readCalendarAnswer(text)).resolves.toBeNull();
  });

  it('is read though its number and address are nonsense', async () => {
    const text = calendar('REPLY', ...entry('UID:x', 'SEQUENCE:-4', 'ATTENDEE:invalid:nomail'));
    await expect(readCalendarAnswer(text)).resolves.toMatchObject({ sequence: 0, saidAt: null });
  });

  it('keeps no number and no day that a database could not', async () => {
    const text = calendar(
      'COUNTER',
      ...entry('UID:x', 'SEQUENCE:99999999999', 'DTSTAMP:00010101T000000Z', 'DTSTART:00000101T000000Z'),
    );
    await expect(readCalendarAnswer(text)).resolves.toMatchObject({ sequence: 0, saidAt: null, proposes: null });
  });
});
