import { describe, expect, it } from '@jest/globals';
import { CaseBuilder } from '../../test/a-case.js';
import { castFor, REVIEWERS, type Cast, type Part } from '../../test/cast.js';
import { aFramework, REGIONS } from '../../test/context.js';
import { heardIn, samples, type Sample } from '../../test/samples.js';
import { settledResult } from '../review/scoring.js';
import { assessmentView } from '../review/view.js';
import { addWorkingDays, dayOf, MONDAY_TO_FRIDAY } from '../time/working-days.js';
import type { RequestEvent } from './events.js';
import { lastDecision } from './facts.js';
import type { Letter } from './letter.js';
import { evolve } from './record.js';

const working = (day: string, n: number) => addWorkingDays(day, n, MONDAY_TO_FRIDAY);

/** The people of a sample: its reviewers under their own ids in the places of ours. */
function castOf({ content, review }: Sample): Cast {
  const countries = content.countries!;
  const cast = castFor(countries, [REGIONS[countries[0]!]!]);
  const place = (part: Part, i: number) => {
    const r = review.reviewers[i];
    return [part, r ? { ...cast[part], id: r.id, name: r.name } : cast[part]] as const;
  };
  return { ...cast, ...(Object.fromEntries(REVIEWERS.map(place)) as Partial<Cast>) };
}
const partOf = (sample: Sample, id: string): Part => REVIEWERS[sample.review.reviewers.findIndex((r) => r.id === id)]!;

/** Appointment, declarations, blind scores: who has a conflict is replaced. */
function score(c: CaseBuilder, sample: Sample): void {
  const { reviewers } = sample.review;
  c.send('desk', { type: 'APPOINT', reviewers: reviewers.filter((r) => !r.replaces).map((r) => r.id) });
  for (const r of reviewers) {
    if (r.replaces) c.send('desk', { type: 'APPOINT', reviewers: [r.id] });
    const { declared, reason } = r.conflict;
    c.send(partOf(sample, r.id), { type: 'DECLARE', conflict: { declared, ...(reason ? { reason } : {}) } });
  }
  for (const r of reviewers.filter((x) => x.firstScores))
    c.send(partOf(sample, r.id), { type: 'SCORE', scores: r.firstScores!, requestVersion: 1 });
}

/** Reveal, question, revision and settlement, on the day of the moderation where there was one. */
function settle(c: CaseBuilder, sample: Sample): void {
  const { reviewers, clarifications, moderation, settled } = sample.review;
  c.send('desk', { type: 'REVEAL' });
  for (const { askedBy, question, answer } of clarifications ?? [])
    c.send(partOf(sample, askedBy), { type: 'ASK', question }).on(3).send('office', { type: 'ANSWER', answer });
  if (moderation) c.on(moderation.date);
  for (const r of reviewers.filter((x) => x.revisedScores))
    c.send(partOf(sample, r.id), { type: 'REVISE', scores: r.revisedScores! });
  c.send('chair', { type: 'SETTLE', settled, ...(moderation ? { moderation: { note: moderation.note } } : {}) });
}

/** The story of a sample on its own dates, told by events alone, up to its decision. */
function told(sample: Sample): CaseBuilder {
  const { content, submittedOn, review, oracle } = sample;
  const c = new CaseBuilder({
    at: `${working(submittedOn, -10)}T09:00:00.000Z`,
    content,
    cast: castOf(sample),
    context: { frameworkFor: () => aFramework(oracle.weights) },
  });
  const accepted = working(submittedOn, 2);
  c.on(submittedOn).submitted().on(accepted).accepted().on(working(accepted, 4));
  for (const { position, text, conditions, from } of review.regionalAdvice)
    c.send(from.startsWith('Regional UNDG Team') ? 'team' : 'regionalOffice', {
      type: 'ADVISE',
      position,
      text,
      conditions,
      from,
    });
  score(c.on(working(accepted, 8)), sample);
  settle(c, sample);
  c.send('chair', { type: 'RECOMMEND', ...review.recommendation, ...heardIn(sample.id, c.facts) });
  const { action, date, reasons, codes } = review.decision;
  return c.on(date).send('approver', { type: action, reasons, codes } as RequestEvent);
}
const wordsOf = (letter: Letter) => letter.parts.flatMap((p) => ('text' in p ? [p.text] : p.list));

const STATE_AFTER = { APPROVE: 'awaitingFunds', OFFER_REGIONAL_OPTION: 'offered', DECLINE: 'declined' };
describe.each(samples().map((s) => [s.id, s] as const))('sample %s', (_, sample) => {
  const c = told(sample);
  const { review, oracle, content } = sample;
  const framework = aFramework(oracle.weights);

  it('comes to its decision, on its day', () => {
    expect(c.facts.state).toBe(STATE_AFTER[review.decision.action]);
    expect(lastDecision(c.facts)).toMatchObject({ action: review.decision.action, requestVersion: 1 });
    expect(dayOf(lastDecision(c.facts)!.at)).toBe(review.decision.date);
  });

  it('comes to the figures of its oracle', () => {
    const view = assessmentView(c.cast.chair, c.facts)!;
    const figures = oracle.afterRevision ?? oracle.first;
    expect(view.consolidated!.criteria).toEqual(figures.criteria);
    expect(view.consolidated!.overall).toEqual(figures.overall);
    expect(settledResult(c.facts.settled!, framework)).toMatchObject({
      weighted: oracle.settled.weighted,
      coverage: oracle.settled.coverage,
    });
  });

  it('went through moderation if, and only if, first scores were far apart', () => {
    const moderated = c.entries.some((e) => typeof e.state !== 'string' && e.state.assessment.review === 'moderation');
    expect(moderated).toBe(oracle.first.moderationObligatory);
  });

  it('keeps first scores beside the revised ones, and nothing of those excluded', () => {
    for (const r of review.reviewers) {
      const kept = c.facts.reviewers.find((x) => x.person.id === r.id)!;
      expect(kept.first && Object.values(kept.first).map((s) => s!.score)).toEqual(
        r.firstScores && Object.values(r.firstScores).map((s) => s!.score),
      );
      expect(kept.state).toBe(r.excluded ? 'conflicted' : 'scored');
    }
  });

  it('is told again from its record', () => {
    expect(c.entries.reduce<typeof c.facts | null>(evolve, null)).toEqual(c.facts);
  });

  it('ends in a letter in the language of the request, with its grounds, reasons and conditions', () => {
    const letter = lastDecision(c.facts)!.letter;
    const words = wordsOf(letter);
    expect(letter.language).toBe(content.language);
    expect(words.join('\n')).toContain(review.decision.reasons);
    const conditions = review.decision.action === 'DECLINE' ? [] : review.recommendation.conditions;
    // Beside a condition that came with advice stands whose it is.
    for (const c of conditions) expect(words.some((w) => w === c || w.startsWith(`${c} (`))).toBe(true);
    expect(letter.parts.filter((p) => 'list' in p)).toHaveLength(
      Math.sign(conditions.length) + Math.sign(review.decision.codes.length),
    );
    expect(letter).toMatchObject({ date: review.decision.date, signature: c.cast.approver.name, ref: c.facts.ref });
    const reviewers = review.reviewers.flatMap((r) => [r.name, r.id]);
    for (const name of reviewers) expect(JSON.stringify(letter)).not.toContain(name);
  });
});

it('grounds are named in English and in French', () => {
  const grounds = Object.fromEntries(samples().map((s) => [s.id, wordsOf(lastDecision(told(s).facts)!.letter)]));
  expect(grounds['03']).toEqual(
    expect.arrayContaining(['a regional option serves better', 'sustainability is not shown']),
  );
  expect(grounds['04']).toEqual(expect.arrayContaining(['la durabilité n’est pas démontrée']));
});
