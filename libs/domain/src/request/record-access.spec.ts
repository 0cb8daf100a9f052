import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import type { Part } from '../../test/cast.js';
import { nameOnLine, readableLines } from './record-access.js';

const read = (c: CaseBuilder, part: Part) => readableLines(c.cast[part], c.facts);

it('the country’s side reads the record of the case, and no line of its assessment', () => {
  const { events, ownEvents } = read(aCase().recommended(), 'coordinator');
  expect(events).toEqual(expect.arrayContaining(['CREATE', 'EDIT', 'SUBMIT', 'ACCEPT', 'ADVISE', 'ASK', 'APPROVE']));
  for (const closed of ['APPOINT', 'DECLARE', 'SCORE', 'REVEAL', 'REVISE', 'SETTLE', 'RECOMMEND'] as const)
    expect(events).not.toContain(closed);
  expect(ownEvents).toEqual([]);
});

it('what happened to the draft is the office’s; OHCHR and the regions read from the submission on', () => {
  const c = aCase().recommended();
  for (const part of ['desk', 'team', 'amina'] as const) {
    expect(read(c, part).events).not.toContain('EDIT');
    expect(read(c, part).events).toContain('SUBMIT');
  }
  expect(read(c, 'desk').events).toContain('SETTLE');
  expect(read(c, 'team').events).not.toContain('SETTLE');
});

it('scores in hand are in nobody’s record but their owner’s', () => {
  const c = aCase().scored();
  expect(read(c, 'amina').ownEvents).toEqual(['SAVE_SCORES']);
  for (const part of ['desk', 'auditor', 'coordinator'] as const) {
    expect(read(c, part).ownEvents).toEqual([]);
    expect(read(c, part).events).not.toContain('SAVE_SCORES');
  }
});

it('who has a conflict, or has yet to declare, reads no line at all', () => {
  const c = aCase().appointed('amina', 'bruno');
  c.send('amina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
  for (const part of ['amina', 'bruno', 'officeElsewhere', 'administrator'] as const)
    expect(read(c, part)).toEqual({ events: [], openEvents: [], ownEvents: [], audiences: [] });
});

it('a reviewer who asks the country office a question is not named to it', () => {
  const c = aCase().declared();
  const line = { event: 'ASK', actor: c.cast.amina } as const;
  expect(nameOnLine(c.cast.coordinator, c.facts, line)).toBe('OHCHR');
  expect(nameOnLine(c.cast.team, c.facts, line)).toBe('OHCHR');
  expect(nameOnLine(c.cast.desk, c.facts, line)).toBe('Person amina');
});
