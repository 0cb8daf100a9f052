import type { FieldProblem } from '../refusal.js';
import type { Language } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { required } from '../text.js';
import { standingAdvice, type Consultee } from './consultee.js';

/** Whose condition it is: that of a recommendation or a decision came with the advice of this party. */
export interface ConditionSource {
  condition: string;
  party: string;
  /** The words of the advice, where the condition says them in others. */
  of?: string;
}
/** A condition of an advice that the panel did not take over, with a word why. */
export interface LeftOut extends Omit<ConditionSource, 'of'> {
  reason: string;
}
/** What a recommendation says of the conditions of the advice. */
export interface Heard {
  sources?: ConditionSource[];
  leftOut?: LeftOut[];
}
/** A condition that a party named, with the version of the request that it was about. */
export interface AdvisedCondition extends Omit<ConditionSource, 'of'> {
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
  const known: ConditionSource[] = [
    ...said,
    ...advisedConditions(facts).map(({ party, condition }) => ({ party, condition })),
  ];
  return conditions.flatMap((condition) => {
    const source = known.find((k) => same(k.condition, condition));
    return source ? [{ condition, party: source.party, ...(source.of ? { of: source.of.trim() } : {}) }] : [];
  });
}

/** Whether a condition of an advice is among these, in its own words or in others that name it. */
const taken = (
  { party, condition }: ConditionSource,
  conditions: readonly string[],
  sources: readonly ConditionSource[],
): boolean =>
  conditions.some((c) => same(c, condition)) ||
  sources.some((s) => s.party === party && Boolean(s.of) && same(s.of!, condition));

/** The conditions of the advice that were neither taken over, in these words or others, nor left out. */
export const unheard = (
  facts: RequestFacts,
  conditions: readonly string[],
  leftOut: readonly Omit<ConditionSource, 'of'>[],
  sources: readonly ConditionSource[] = [],
) =>
  advisedConditions(facts).filter(
    (a) =>
      !taken(a, conditions, sources) && !leftOut.some((l) => l.party === a.party && same(l.condition, a.condition)),
  );

/** A condition that says the words of an advice in others names them, so that the party can see what became of its own. */
function sourceProblem(
  s: ConditionSource,
  at: string,
  conditions: readonly string[],
  facts: RequestFacts,
): FieldProblem[] {
  const advised = advisedConditions(facts).filter((a) => a.party === s.party);
  const words = String(s.condition);
  if (words.trim() === '') return [{ path: `${at}.condition`, message: 'Say in which words this is a condition' }];
  if (!conditions.some((c) => same(c, words)))
    return [{ path: `${at}.condition`, message: 'Name a condition of this recommendation' }];
  if (!facts.consultation.some((c) => c.key === s.party))
    return [{ path: `${at}.party`, message: 'Name a party that was asked for advice' }];
  if (s.of ? advised.some((a) => same(a.condition, s.of!)) : advised.length === 0) return [];
  return s.of || !advised.some((a) => same(a.condition, words))
    ? [{ path: `${at}.of`, message: 'Name the condition of the advice that this says in other words' }]
    : [];
}

/** Problems of what a recommendation says of the conditions of the advice: each is taken over, or left out with a word why. */
export function heardProblems(
  { conditions = [], sources = [], leftOut = [] }: Heard & { conditions?: string[] },
  facts: RequestFacts,
): FieldProblem[] {
  const advised = advisedConditions(facts);
  return [
    ...(sources.length > MOST ? [{ path: 'sources', message: 'Name the source of each condition once' }] : []),
    ...sources.flatMap((s, i) => sourceProblem(s, `sources.${i}`, conditions, facts)),
    ...leftOut.flatMap((l, i) => [
      ...(!advised.some((a) => a.party === l.party && same(a.condition, String(l.condition)))
        ? [{ path: `leftOut.${i}.condition`, message: 'Name a condition of the advice of this party' }]
        : taken(l, conditions, sources)
          ? [{ path: `leftOut.${i}.condition`, message: 'This is among the conditions. Take it out of one of the two' }]
          : []),
      ...required(l.reason, `leftOut.${i}.reason`, 'Say in a word why this condition is left out', 2_000),
    ]),
    ...unheard(facts, conditions, leftOut, sources).map((a) => ({
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
export type Fate = { condition: string } & (
  { fate: 'taken'; as?: string } | { fate: 'leftOut'; reason: string } | { fate: 'open' }
);

/** What became of the conditions of a party in a recommendation or a decision. */
export const fatesOf = (c: Consultee, conditions: readonly string[], { sources = [], leftOut = [] }: Heard): Fate[] =>
  (standingAdvice(c)?.conditions ?? []).map((condition): Fate => {
    const out = leftOut.find((l) => l.party === c.key && same(l.condition, condition));
    if (conditions.some((x) => same(x, condition))) return { condition, fate: 'taken' };
    const said = sources.find((s) => s.party === c.key && Boolean(s.of) && same(s.of!, condition));
    if (said && conditions.some((x) => same(x, said.condition)))
      return { condition, fate: 'taken', as: said.condition };
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
