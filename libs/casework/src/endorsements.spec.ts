import { expect, it } from '@jest/globals';
import { endorsersOf } from '#domain';
import { aCase } from '../../domain/test/a-case.js';
import { anEvent } from '../../domain/test/events.js';
import { endorserStandingOf } from './endorsements.js';

it('who was asked again is told by the mail that follows, not by one of before that did not arrive', () => {
  const c = aCase();
  c.send('office', anEvent('INVITE_ENDORSERS', { facts: c.facts }));
  const standing = (mailAt: string, now: string) => {
    const mails = {
      party: endorsersOf(c.facts)[0]!.key,
      statuses: ['refused' as const],
      at: new Date(mailAt),
      problem: 'No',
    };
    return endorserStandingOf(endorsersOf(c.facts)[0]!, c.facts, new Date(now), mails, undefined).state;
  };
  expect(standing('2027-03-01T10:00:00Z', '2027-03-01T12:00:00Z')).toBe('bounced');
  c.on('2027-03-02').send('office', anEvent('ASK_ENDORSERS_AGAIN', { facts: c.facts }));
  expect(standing('2027-03-01T10:00:00Z', '2027-03-02T12:00:00Z')).toBe('notSent');
  expect(standing('2027-03-02T13:00:00Z', '2027-03-02T14:00:00Z')).toBe('bounced');
});
