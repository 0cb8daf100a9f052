import type { FieldProblem } from '../refusal.js';
import type { Language } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { required } from '../text.js';
import { standingAdvice, type Consultee } from './consultee.js';

/** Whose condition it is: that of a recommendation or a decision came with the advice of this party. */
export interface ConditionSource {
  condition: string;
  party: string;
}
/** A condition of an advice that the panel did not take over, with a word why. */
export interface LeftOut extends ConditionSource {
  reason: string;
}
/** What a recommendation says of the conditions of the advice. */
export interface Heard {
  sources?: ConditionSource[];
  leftOut?: LeftOut[];
}
/** A condition that a party named, with the version of the request that it was about. */
export interface AdvisedCondition extends ConditionSource {
  requestVersion: number;
}

const MOST = 200;
const same = (a: string, b: string): boolean => a.trim() === b.trim();

/** The conditions that the parties named in the advice that counts. */
export const advisedConditions = ({ consultation }: Pick<RequestFacts, 'consultation'>): AdvisedCondition[] =>
  consultation.flatMap((c) => {
    const advice = standingAdvice(c);
    return (advice?.conditions ?? []).map((condition) => ({
      party: c.key,
      condition,
      requestVersion: advice!.requestVersion,
    }));
  });

/** Whose each of these conditions is: as it was said, else that of the party that named it in the same words. */
export function sourcesOf(
  conditions: readonly string[],
  facts: RequestFacts,
  said: ConditionSource[] = [],
): ConditionSource[] {
  const known = [...said, ...advisedConditions(facts).map(({ party, condition }) => ({ party, condition }))];
  return conditions.flatMap((condition) => {
    const source = known.find((k) => same(k.condition, condition));
    return source ? [{ condition, party: source.party }] : [];
  });
}

/** The conditions of the advice that were neither taken over nor left out. */
export const unheard = (facts: RequestFacts, conditions: readonly string[], leftOut: readonly ConditionSource[]) =>
  advisedConditions(facts).filter(
    (a) =>
      !conditions.some((c) => same(c, a.condition)) &&
      !leftOut.some((l) => l.party === a.party && same(l.condition, a.condition)),
  );

/** Problems of what a recommendation says of the conditions of the advice. Where it speaks of them, it speaks of all. */
export function heardProblems(
  { conditions = [], sources = [], leftOut }: Heard & { conditions?: string[] },
  facts: RequestFacts,
): FieldProblem[] {
  const asked = (party: string): boolean => facts.consultation.some((c) => c.key === party);
  const advised = advisedConditions(facts);
  return [
    ...(sources.length > MOST ? [{ path: 'sources', message: 'Name the source of each condition once' }] : []),
    ...sources.flatMap((s, i): FieldProblem[] =>
      !conditions.some((c) => same(c, String(s.condition)))
        ? [{ path: `sources.${i}.condition`, message: 'Name a condition of this recommendation' }]
        : asked(s.party)
          ? []
          : [{ path: `sources.${i}.party`, message: 'Name a party that was asked for advice' }],
    ),
    ...(leftOut ?? []).flatMap((l, i) => [
      ...(advised.some((a) => a.party === l.party && same(a.condition, String(l.condition)))
        ? []
        : [{ path: `leftOut.${i}.condition`, message: 'Name a condition of the advice of this party' }]),
      ...required(l.reason, `leftOut.${i}.reason`, 'Say in a word why this condition is left out', 2_000),
    ]),
    ...(leftOut === undefined ? [] : unheard(facts, conditions, leftOut)).map((a) => ({
      path: 'leftOut',
      message: `Take over “${a.condition.slice(0, 120)}” among the conditions, or say why it is left out`,
    })),
  ];
}

/** What is kept of it. */
export function heardOf(
  { conditions = [], sources, leftOut }: Heard & { conditions?: string[] },
  facts: RequestFacts,
): Heard {
  const found = sourcesOf(conditions, facts, sources);
  return {
    ...(found.length ? { sources: found } : {}),
    ...(leftOut?.length
      ? { leftOut: leftOut.map(({ party, condition, reason }) => ({ party, condition, reason: reason.trim() })) }
      : {}),
  };
}

/** What became of one condition of a party: taken over, left out with a word, or not answered. */
export type Fate = { condition: string } & ({ fate: 'taken' } | { fate: 'leftOut'; reason: string } | { fate: 'open' });

/** What became of the conditions of a party in a recommendation or a decision. */
export const fatesOf = (c: Consultee, conditions: readonly string[], { sources = [], leftOut = [] }: Heard): Fate[] =>
  (standingAdvice(c)?.conditions ?? []).map((condition): Fate => {
    const out = leftOut.find((l) => l.party === c.key && same(l.condition, condition));
    if (
      conditions.some((x) => same(x, condition)) ||
      sources.some((s) => s.party === c.key && same(s.condition, condition))
    )
      return { condition, fate: 'taken' };
    return out ? { condition, fate: 'leftOut', reason: out.reason } : { condition, fate: 'open' };
  });

const ASKED_BY: Record<Language, { by: (party: string) => string; team: string }> = {
  en: { by: (party) => `asked for by: ${party}`, team: 'Regional UNDG Team' },
  fr: { by: (party) => `à la demande de : ${party}`, team: 'équipe régionale du GNUD' },
  es: { by: (party) => `a petición de: ${party}`, team: 'Equipo Regional del GNUD' },
};

/** A condition as a letter lists it: with whose it is, where it came with advice. */
export function conditionInLetter(condition: string, facts: RequestFacts): string {
  const [source] = sourcesOf([condition], facts, facts.recommendation?.sources);
  const party = source && facts.consultation.find((c) => c.key === source.party);
  if (!party) return condition;
  const { by, team } = ASKED_BY[facts.summary.language];
  return `${condition} (${by(party.named?.organisation ?? party.office?.name ?? team)})`;
}
