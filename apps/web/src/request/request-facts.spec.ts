import { expect, it } from '@jest/globals';
import { approvedModality } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aboutCase, askedFor } from './request-facts.js';

const ASKED = 'In-country international adviser'.toLowerCase();

it('a case is about what was asked for, until something else is approved', () => {
  for (const c of [aCase().submitted(), aCase().approved(), aCase().offered(), aCase().declined()])
    expect(aboutCase(c.facts)).toBe(askedFor(c.facts.summary));
  const refused = aCase().offered().send('coordinator', { type: 'REFUSE_OFFER', reason: 'Too little.' });
  expect([approvedModality(refused.facts), aboutCase(refused.facts)]).toEqual([null, askedFor(refused.facts.summary)]);
});

it('a regional option that was accepted is named, with what was asked for', () => {
  const { facts } = aCase().offered().send('coordinator', { type: 'ACCEPT_OFFER' });
  expect(approvedModality(facts)).toBe('multiCountry');
  expect(aboutCase(facts)).toContain(`Asked for: an ${ASKED}`);
  expect(aboutCase(facts)).toMatch(/Approved instead: a multi-country adviser\.$/);
});

it('an attached option is named with its countries and its time', () => {
  const c = aCase().offeredToSeveral();
  const { option } = c.facts.decisions[0]!;
  // The coordinator of the other country signs before the one who asked accepts.
  c.send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true });
  const { facts } = c.send('coordinator', { type: 'ACCEPT_OFFER' });
  expect(aboutCase(facts)).toContain(
    'Approved instead: a multi-country adviser for two countries, 18 months from July 2027 ',
  );
  expect(aboutCase(facts)).toContain(`(${option!.name}).`);
});
