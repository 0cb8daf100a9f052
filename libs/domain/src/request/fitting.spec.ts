import { expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { samples } from '../../test/samples.js';
import { fittingProblems } from './fitting.js';

const paths = (change: Parameters<typeof aContent>[0]) => fittingProblems(aContent(change)).map((p) => p.path);

it('a regional request is for several countries, with a form of support for several', () => {
  expect(paths({ type: 'regional' })).toEqual(['countries', 'modality']);
  expect(paths({ type: 'regional', modality: 'multiCountry' })).toEqual(['countries']);
  expect(paths({ type: 'regional', countries: ['TZA', 'KEN'], modality: 'national' })).toEqual(['modality']);
  expect(paths({ type: 'regional', countries: ['TZA', 'KEN'], modality: 'regional' })).toEqual([]);
});

it('other requests, and every sample, contradict nothing', () => {
  for (const type of ['initial', 'extension', 'succession'] as const) expect(paths({ type })).toEqual([]);
  for (const { content } of samples()) expect(fittingProblems(content)).toEqual([]);
});

it('what contradicts itself can be drafted, and not submitted', () => {
  const it1 = aCase({ content: aContent({ type: 'regional' }) });
  expect(it1.attempt('coordinator', anEvent('SUBMIT', { facts: it1.facts }))).toMatchObject({
    code: 'invalid',
    fields: [{ path: 'countries' }, { path: 'modality' }],
  });
});
