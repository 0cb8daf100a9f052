import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseBuilder } from '../../test/a-case.js';
import { head, invited, no, tried, yes } from '../../test/endorsing.js';
import { locksOf } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import type { RequestEvent } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { evolve, type Entry } from '../request/record.js';
import { markOfText } from './endorsed-text.js';
import { endorsersOf, listedEndorsers, standingEndorsers } from './endorser.js';

const AGENCIES = ['UNDP', 'UNICEF', 'UNFPA', 'UN Women', 'WFP'];

it('of any sequence of steps: an endorsement counts exactly where its text is the text, and the record builds it again', () => {
  const step = fc.record({ what: fc.nat({ max: 7 }), who: fc.nat({ max: 4 }), n: fc.nat({ max: 2 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const c = invited(...AGENCIES.slice(0, 3));
      for (const { what, who, n } of steps) take(c, what, who, n);
      const mark = markOfText(c.content);
      expect(c.facts.endorsedText).toBe(mark);
      for (const e of listedEndorsers(c.facts).filter((x) => x.state === 'endorsed'))
        expect(standingEndorsers(c.facts).includes(e)).toBe(e.answer!.text === mark);
      const open = listedEndorsers(c.facts)
        .map((e) => `endorse:${e.id}`)
        .sort();
      const writing = ['draft', 'returned'].includes(c.facts.state as string);
      expect(locksOf(c.facts).filter((l) => l.startsWith('endorse:'))).toEqual(writing ? open : []);
      const kept = JSON.parse(JSON.stringify(c.entries)) as Entry[];
      expect(kept.reduce<RequestFacts | null>(evolve, null)).toStrictEqual(c.facts);
    }),
    { numRuns: 60 },
  );
});

/** Takes one of the steps, where it can be taken. */
function take(c: CaseBuilder, what: number, who: number, n: number): void {
  const all = endorsersOf(c.facts);
  const e = all[who % all.length]!;
  const titles = ['One title', 'Another title', 'A third'];
  const byOffice: RequestEvent[] = [
    { type: 'EDIT', patch: { title: titles[n]! } },
    { type: 'INVITE_ENDORSERS', endorsers: [head(AGENCIES[who]!)] },
    { type: 'ASK_ENDORSERS_AGAIN', endorsers: [e.key] },
    {
      type: 'REPLACE_ENDORSER',
      endorser: e.key,
      name: 'New',
      title: 'Head',
      email: `new${all.length}@un.example`,
      reason: 'New head',
    },
    { type: 'WITHDRAW_ENDORSER', endorser: e.key, reason: 'Left' },
  ];
  if (what < 5) {
    const event = byOffice[what]!;
    const outcome = c.attempt('office', event);
    if (!isRefusal(outcome)) c.take('office', event, outcome);
    return;
  }
  const event = what === 5 ? no(c) : yes(c, { word: titles[n] });
  const outcome = tried(c, e, event);
  if (!isRefusal(outcome)) c.take('office', event, outcome);
}
