import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCKS, isRefusal, mayTake, type RequestContent } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { contentWith } from '../../../../libs/domain/test/content.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { signingIn, submission, submittingStep } from './submit.form.js';
import { submitPage, type SubmitInput } from './submit.presenter.js';
import { submittedPage } from './submitted.presenter.js';

const R = '/requests/HRA-2027-0001';
function page(it: CaseBuilder, part: Part, more: Partial<SubmitInput> = {}) {
  const may = mayTake(it.facts, it.cast[part], submittingStep(it.facts));
  return submitPage({
    view: seenBy(it, part),
    content: it.content,
    signs: isRefusal(may) ? null : may,
    signers: [],
    signerName: it.cast[part].name,
    typed: signingIn({}),
    names,
    clocks: DEFAULT_CLOCKS,
    today: '2027-03-01',
    calls: [],
    ...more,
  });
}
const names1 = (fields: { name: string }[]) => fields.map((f) => f.name);

it('a start that has passed is warned of, and can be submitted', () => {
  expect(page(aCase(), 'coordinator').warnings).toEqual([]);
  const late = page(aCase(), 'coordinator', { today: '2027-07-02' });
  expect(late).toMatchObject({
    maySign: true,
    warnings: [expect.stringMatching(/start on 1 July 2027, and that day/)],
  });
});

it('answers that contradict each other lead into the details', () => {
  const { errors } = page(aCase(), 'coordinator', { problems: [{ path: 'countries', message: 'Choose another' }] });
  expect(errors).toEqual([{ text: 'Choose another', href: `${R}/details#countries` }]);
});

describe('who signs', () => {
  it('is the Resident Coordinator', () => {
    const { signature, maySign, waits } = page(aCase(), 'coordinator');
    expect(signature).toMatchObject({ as: 'Resident Coordinator' });
    expect([maySign, waits]).toEqual([true, null]);
  });
  it('may act for somebody, and says so', () => {
    const it = aCase();
    it.cast.acting = {
      ...it.cast.acting,
      assignments: [{ role: 'actingCoordinator', regions: [], countries: ['TZA'], actingFor: 'Thandeka N.' }],
    };
    expect(page(it, 'acting').signature).toMatchObject({ as: 'Acting Resident Coordinator, acting for Thandeka N.' });
  });
  it('is somebody else, for who drafts: they are named, and there is no form', () => {
    const signer = {
      id: '1',
      email: 'a@b',
      name: 'Thandeka N.',
      title: '',
      language: 'en',
      role: 'residentCoordinator',
      actingFor: null,
    } as const;
    const { waits, maySign } = page(aCase(), 'office', { signers: [signer] });
    expect(waits).toEqual({
      lead: 'You cannot sign this request yourself. It waits for:',
      people: ['Thandeka N., Resident Coordinator'],
    });
    expect(maySign).toBe(false);
    expect(page(aCase(), 'office').waits?.lead).toMatch(/nobody holds the assignment/);
    const ended = { actingFor: 'Thandeka N.', until: '2027-03-05', zone: 'Pacific/Fiji' };
    expect(page(aCase(), 'office', { ended }).waits).toMatchObject({
      ended:
        'You acted for Thandeka N. until midnight of 5 March 2027 by the clock of the duty station (Pacific/Fiji). That is over; what you signed until then stays signed.',
    });
  });
});

describe('what stands against a submission', () => {
  const gaps: RequestContent = contentWith('sections.context', '');
  it('are gaps, which need a reason and lead into their sections', () => {
    const { gaps: found, fields } = page(aCase({ content: gaps }), 'coordinator');
    expect(found).toEqual({
      count: 1,
      sections: [
        {
          title: 'Section 1, Country context',
          gaps: [
            {
              section: 1,
              text: 'What is the situation, and what support is there now?',
              href: `${R}/sections/1#sections.context`,
            },
          ],
        },
      ],
    });
    expect(names1(fields)).toEqual(['gapsReason', 'declaration']);
    expect(names1(page(aCase(), 'coordinator').fields)).toEqual(['declaration']);
  });
  it('are answers that are too long: there is no form until they are shorter', () => {
    const it = aCase({ content: contentWith('sections.context', 'word '.repeat(901)) });
    const { overlong, maySign } = page(it, 'coordinator');
    expect(overlong.sections[0]?.gaps[0]?.text).toMatch(/\(1 word too many\)$/);
    expect(maySign).toBe(false);
  });
  it('is said in the order of the page, and at the field', () => {
    const it = aCase({ content: gaps });
    const refusal = it.attempt('coordinator', submission('SUBMIT', signingIn({})));
    if (!isRefusal(refusal)) throw new Error('It should not be taken.');
    const { errors, fields } = page(it, 'coordinator', { problems: refusal.fields! });
    expect(errors?.map((e) => e.href)).toEqual(['#gapsReason', '#declaration']);
    expect(fields.every((f) => f.error)).toBe(true);
  });
});

describe('a submission', () => {
  it('carries what was typed and nothing that was left empty', () => {
    expect(submission('SUBMIT', signingIn({ declaration: 'yes', gapsReason: ' ', note: 'x' }))).toEqual({
      type: 'SUBMIT',
      declaration: true,
    });
    expect(submission('RESUBMIT', signingIn({ declaration: 'yes', note: 'Mended.\r\nAll.' }))).toEqual({
      type: 'RESUBMIT',
      declaration: true,
      note: 'Mended.\nAll.',
    });
  });
  it('after correction shows what was asked for, and asks what was changed', () => {
    const { corrections, fields, heading, warnings } = page(aCase().returned(), 'coordinator');
    expect(warnings[0]).toMatch(/^Nothing was changed since the request was returned/);
    expect(heading).toBe('Submit the request again');
    expect(corrections?.items).toEqual([
      {
        text: 'The table of costs does not add up.',
        section: { text: 'Section 8, Cost, funding and hosting', href: `${R}/sections/8` },
      },
    ]);
    expect(names1(fields)).toEqual(['note', 'declaration']);
  });
  it('is confirmed with the reference, what happens next and by when', () => {
    const it = aCase().submitted();
    const { reference, next } = submittedPage(seenBy(it, 'coordinator'), DEFAULT_CLOCKS);
    expect(reference).toBe('HRA-2027-0001');
    expect(next[0]).toContain('by 8 March 2027');
    expect(next[1]).toContain('within 15 working days');
  });
});
