import { describe, expect, it } from '@jest/globals';
import { UPLOAD_TYPES } from '#platform';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { documentsPage, kindOf } from './documents.presenter.js';

const withDocument = () => {
  const it = aCase();
  return it.send('office', anEvent('ATTACH', { facts: it.facts, variant: 1 }));
};
const page = (
  it: ReturnType<typeof aCase>,
  part: 'office' | 'desk',
  versions: { number: number; submittedAt: Date }[],
) =>
  documentsPage({
    view: seenBy(it, part),
    me: it.cast[part],
    documents: it.facts.documents,
    versions,
    names,
    today: '2027-03-01',
  });
const at = (iso: string) => new Date(iso);

describe('the documents of a request', () => {
  it('say where they belong, who added them, and that they are not submitted yet', () => {
    const { table, count } = page(withDocument(), 'office', []);
    expect(table.rows).toMatchObject([
      {
        section: { text: 'Section 9', note: 'Documents and endorsements', href: '/requests/HRA-2027-0001/sections/9' },
        added: { note: '1 Mar 2027' },
        version: 'Not yet submitted',
        size: '1000 bytes',
      },
    ]);
    expect(count).toBe('One document, 1000 bytes in all');
  });
  it('say since which version they are there', () => {
    const it = withDocument().submitted();
    const version = (...submitted: string[]) =>
      page(
        it,
        'desk',
        submitted.map((iso, i) => ({ number: i + 1, submittedAt: at(iso) })),
      ).table.rows[0]!.version;
    expect(version('2027-03-01T10:00:00Z')).toBe('Version 1');
    expect(version('2027-02-01T10:00:00Z', '2027-03-02T10:00:00Z')).toBe('Version 2');
    expect(version('2027-03-02T10:00:00Z', '2027-03-09T10:00:00Z')).toBe('Since version 1');
  });
  it('lead into their sections only for who may change them', () => {
    expect(page(withDocument().submitted(), 'desk', []).table.rows[0]!.section).not.toHaveProperty('href');
  });
  it('that are none are one sentence, with the way to add them for who may', () => {
    expect(page(aCase(), 'office', []).empty).toHaveProperty('link');
    expect(page(aCase().submitted(), 'desk', []).empty).not.toHaveProperty('link');
  });
});

it('every kind of document that is taken has a word', () => {
  for (const type of Object.values(UPLOAD_TYPES)) expect(kindOf(type)).not.toBe('Document');
  expect(kindOf('application/x-unknown')).toBe('Document');
});
