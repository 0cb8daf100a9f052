import { expect, it } from '@jest/globals';
import { actingAside, actingSentences } from './acting.part.js';

const TODAY = '2027-03-03';
const given = (from: string, until: string) => ({ id: '1', person: 'Chen Wei', from, until });

it('who acts for an approver, and until when, stands on home with the way to change it', () => {
  const aside = (...all: ReturnType<typeof given>[]) => actingAside({ given: all, held: [] }, TODAY)[0];
  expect(aside(given('2027-03-01', '2027-03-05'), given('2027-04-01', '2027-04-01'))).toMatchObject({
    text: 'Chen Wei acts for you until 5 March 2027. Chen Wei will act for you on 1 April 2027.',
    link: { text: 'Change who acts for you', href: '/delegation' },
  });
  expect(aside()).toMatchObject({
    text: 'Nobody acts for you now or later.',
    link: { text: 'Let a colleague act for you' },
  });
  expect(actingAside({ given: null, held: [] }, TODAY)).toEqual([]);
});

it('who acts for somebody reads for whom, as what and until when', () => {
  const held = (role: 'approver' | 'actingCoordinator', from: string, until: string | null) =>
    actingSentences({ given: null, held: [{ person: 'Ana Sol', role, from, until }] }, TODAY)[0];
  expect(held('approver', '2027-03-01', '2027-03-05')).toBe(
    'You act for Ana Sol, OHCHR approver, until 5 March 2027. What you do is recorded so.',
  );
  expect(held('approver', '2027-03-08', '2027-03-12')).toContain(
    'You will act for Ana Sol, OHCHR approver, from 8 March',
  );
  expect(held('actingCoordinator', '2027-03-01', null)).toBe(
    'You act for Ana Sol, Resident Coordinator. What you do is recorded so.',
  );
});
