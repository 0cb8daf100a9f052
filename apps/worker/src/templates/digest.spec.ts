import { expect, it } from '@jest/globals';
import type { DigestToSend } from '#casework';
import { LANGUAGES, type Language } from '#domain';
import { composeDigest } from './digest.js';

const SENDER = { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: false };
const aDigest = (change: Partial<DigestToSend> = {}): DigestToSend => ({
  kind: 'digest',
  id: '01989898-0000-7000-8000-000000000001',
  recipients: [],
  language: 'en',
  plain: false,
  to: { name: 'Refilwe <Adeyemi>', address: 'r.adeyemi@team.example' },
  cases: [
    {
      about: 'request',
      ref: 'HRA-2027-014',
      countries: ['Tanzania'],
      items: [
        { notice: 'adviceWanted', as: 'regionalTeam', task: null, dueOn: '2027-02-04' },
        { notice: 'reminder', as: 'regionalTeam', task: 'advise', dueOn: '2027-02-05' },
        { notice: 'funded', as: 'deskOfficer', task: null, dueOn: null },
      ],
    },
    {
      about: 'post',
      ref: 'DEP-2027-003',
      countries: ['Malawi'],
      items: [{ notice: 'recruitmentStage', as: 'regionalTeam', task: null, dueOn: null }],
    },
  ],
  more: 0,
  awayUntil: null,
  unsubscribe: 'a-secret',
  dueAt: new Date('2027-02-01T04:00:00Z'),
  ...change,
});

it('gathers case by case, each line with its day and where it leads', () => {
  const { subject, text, html, headers } = composeDigest(aDigest(), SENDER);
  expect(subject).toBe('Your notices: 2 to act on, 2 to know');
  expect(text).toContain(
    'Tanzania (HRA-2027-014)\n- Your advice is needed, by 4 February 2027\n  https://hra.example/advice/HRA-2027-014',
  );
  expect(text).toContain('- Post advertised\n  https://hra.example/deployments/DEP-2027-003');
  expect(text.indexOf('HRA-2027-014')).toBeLessThan(text.indexOf('DEP-2027-003'));
  expect(html).toContain('Refilwe &lt;Adeyemi&gt;');
  expect(headers).toMatchObject({ 'List-Unsubscribe': '<https://hra.example/unsubscribe/a-secret>' });
});

it.each(Object.keys(LANGUAGES) as Language[])('reads in %s, as text alone for who wants that', (language) => {
  const { subject, text, html } = composeDigest(aDigest({ language, plain: true, more: 3 }), SENDER);
  expect(html).toBeUndefined();
  expect(`${subject}${text}`).not.toMatch(/undefined|null|\(\)/);
  expect(text).toContain('HRA-2027-014');
  expect(text).toMatch(/\b3\b/);
  expect(text).toContain('https://hra.example/notices');
});

it.each(Object.keys(LANGUAGES) as Language[])(
  'lists for who is back what waits, and ends with no link, in %s',
  (language) => {
    const digest = aDigest({ language, awayUntil: '2027-03-05', unsubscribe: null });
    const { subject, text, html, headers } = composeDigest(digest, SENDER);
    expect(subject).toContain('4');
    expect(subject).not.toBe(composeDigest(aDigest({ language }), SENDER).subject);
    for (const part of [text, html]) expect(part).toMatch(/5 (March|mars|de marzo de) 2027/);
    expect(text.indexOf('HRA-2027-014')).toBeLessThan(text.indexOf('DEP-2027-003'));
    expect(headers).not.toHaveProperty('List-Unsubscribe');
  },
);
