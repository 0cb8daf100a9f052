import { describe, expect, it } from '@jest/globals';
import type { Casework, Cases, CaseView, SignedIn } from '#casework';
import { isRefusal, mayTake, type RequestContent } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { me, seenBy } from '../../../../test/support/seen.js';
import type { Exchange, Form } from '../shell/exchange.js';
import { marksOf } from './answers.js';
import { SaveAnswers } from './save-answers.js';

const A = 'sections.ownership.whoAskedFirst';
const B = 'sections.ownership.agenciesInvolved';

/** A case in memory behind the reads and the write path; `between` happens after it was read and before it is written. */
function on(it: CaseBuilder, between: (() => void)[] = []) {
  const cases = {
    find: async (): Promise<CaseView> => seenBy(it, 'office'),
    content: async (): Promise<RequestContent> => it.content,
  } as unknown as Cases;
  const casework = {
    edit: async (_: string, __: SignedIn, word: (content: RequestContent) => object) => {
      const may = mayTake(it.facts, it.cast.office, 'EDIT');
      for (;;) {
        const before = it.entries.length;
        const event = { type: 'EDIT', patch: isRefusal(may) ? {} : word(it.content) } as const;
        between.shift()?.();
        // Somebody was faster: worded again on what is there now.
        if (it.entries.length !== before) continue;
        const decision = it.attempt('office', event);
        if (isRefusal(decision)) return decision;
        it.take('office', event, decision);
        return { ref: it.facts.ref, revision: it.entries.length, state: 'draft', label: 'Draft', repeated: false };
      }
    },
  } as unknown as Casework;
  const save = (answers: Record<string, unknown>, form: Form) =>
    new SaveAnswers(casework, cases).save({ body: form } as Exchange, me(it, 'office'), it.facts.ref, answers);
  return { it, save };
}
const edit = (it: CaseBuilder, whoAskedFirst: string) => () =>
  void it.send('coordinator', { type: 'EDIT', patch: { sections: { ownership: { whoAskedFirst } } } });
const ownership = (content: RequestContent) => content.sections!.ownership!;

describe('saving', () => {
  it('writes nothing where nothing was changed', async () => {
    const { it: c, save } = on(aCase());
    const before = c.entries.length;
    const saved = await save({ [A]: ownership(c.content).whoAskedFirst }, { marks: marksOf([A], c.content) });
    expect(saved).toMatchObject({ problems: [], contested: [], typed: {}, refusal: null });
    expect(c.entries).toHaveLength(before);
  });

  it('goes on when somebody else saves another answer in the same moment', async () => {
    const c = aCase();
    const marks = marksOf([A, B], c.content);
    const { save } = on(c, [edit(c, 'Theirs'), edit(c, 'Theirs again')]);
    const saved = await save({ [A]: ownership(c.content).whoAskedFirst, [B]: 'Mine' }, { marks });
    expect(saved.contested).toEqual([]);
    expect(ownership(saved.content)).toMatchObject({ whoAskedFirst: 'Theirs again', agenciesInvolved: 'Mine' });
  });

  it('stops for the one answer that both changed, and keeps the others', async () => {
    const c = aCase();
    const marks = marksOf([A, B], c.content);
    edit(c, 'Theirs')();
    const saved = await on(c).save({ [A]: 'Mine', [B]: 'Mine too' }, { marks });
    expect(saved).toMatchObject({ contested: [A], typed: { [A]: 'Mine' }, problems: [{ path: A }] });
    expect(ownership(saved.content)).toMatchObject({ whoAskedFirst: 'Theirs', agenciesInvolved: 'Mine too' });
    const again = await on(c).save({ [A]: 'Mine' }, { marks: marksOf([A, B], saved.content) });
    expect(ownership(again.content).whoAskedFirst).toBe('Mine');
  });

  it('says in words how long an answer may be that is counted in words', async () => {
    const c = aCase();
    const saved = await on(c).save({ [A]: 'word '.repeat(5_000) }, { marks: marksOf([A], c.content) });
    expect(saved.problems[0]!.message).toMatch(/^Shorten this answer to \d+ words or fewer; it has 5,000$/);
  });

  it('keeps what can be kept, and names the rest', async () => {
    const c = aCase();
    const saved = await on(c).save({ [A]: 'x'.repeat(30_000), [B]: 'Fine' }, { marks: marksOf([A, B], c.content) });
    expect(saved.problems).toEqual([{ path: A, message: 'Shorten this to 20,000 characters or fewer' }]);
    expect(saved.typed).toEqual({ [A]: 'x'.repeat(30_000) });
    expect(ownership(saved.content).agenciesInvolved).toBe('Fine');
  });

  it('says what the domain has against the whole, and counts all of it as unsaved', async () => {
    const saved = await on(aCase()).save({ title: '', dutyStation: 'Dodoma' }, { marks: '' });
    expect(saved).toMatchObject({
      problems: [{ path: 'title', message: 'Enter a title' }],
      typed: { title: '', dutyStation: 'Dodoma' },
      refusal: null,
    });
  });

  it('is refused once the request is with somebody else', async () => {
    const c = aCase();
    const marks = marksOf([A], c.content);
    c.submitted();
    const saved = await on(c).save({ [A]: 'Too late' }, { marks });
    expect(saved.refusal).toMatchObject({ code: 'notNow' });
    expect(saved.typed).toEqual({ [A]: 'Too late' });
  });
});
