import { describe, expect, it } from '@jest/globals';
import { aContent } from '../../test/content.js';
import type { Endorser } from '../endorsing/endorser.js';
import { SECTIONS } from './sections.js';
import { gapsBeforeSubmission, progressIn, submissionProblems, unansweredIn } from './submission.js';

const WITHOUT = aContent({ endorsements: [] });
const asked = (agency: string, answer: object | null, state = 'asked'): Endorser =>
  ({ agency, answer, state }) as unknown as Endorser;
const gaps = (...endorsers: Endorser[]): string[] =>
  gapsBeforeSubmission({ endorsers }, WITHOUT).map(({ question }) => question.kind);

describe('which agencies endorse a request', () => {
  it('is a question without an answer until one of those asked by link has answered', () => {
    expect(gaps()).toEqual(['endorsements']);
    expect(gaps(asked('UNDP', null))).toEqual(['endorsements']);
    expect(gaps(asked('UNDP', {}, 'replaced'))).toEqual(['endorsements']);
    expect(gaps(asked('UNDP', {}, 'declined'))).toEqual([]);
  });
  it('makes its section complete once one of them has answered', () => {
    const how = (...endorsers: Endorser[]) => progressIn({ endorsers }, SECTIONS[8]!, WITHOUT);
    expect([how(), how(asked('UNDP', null)), how(asked('UNDP', {}, 'endorsed'))]).toEqual([
      'incomplete',
      'incomplete',
      'complete',
    ]);
  });
  it('is said in one sentence when it is the only one', () => {
    const [problem] = submissionProblems({}, WITHOUT, { declaration: true });
    expect(problem!.message).toBe('One question has no answer. Answer it, or say why the request is submitted without');
  });
  it('is kept of the submission where somebody who was asked had not answered', () => {
    expect(unansweredIn({})).toEqual({});
    expect(unansweredIn({ endorsers: [asked('UNDP', {}, 'endorsed'), asked('WFP', null, 'withdrawn')] })).toEqual({});
    expect(unansweredIn({ endorsers: [asked('UNFPA', null), asked('UNDP', {})] })).toEqual({ unanswered: ['UNFPA'] });
  });
});
