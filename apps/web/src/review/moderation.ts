import {
  assessmentOf,
  consolidate,
  countingSheets,
  type Criterion,
  type FrozenFramework,
  type RequestFacts,
  type ScoreSheet,
} from '#domain';
import { inSentence, listed } from '../request/case-words.js';
import { words } from '../shell/words.js';

/** The difference from which scores are discussed: `two points or more`. */
export const wideSpread = ({ moderationSpread }: FrozenFramework): string =>
  moderationSpread === 1 ? 'a point or more' : `${words(moderationSpread)} points or more`;

const firstSheets = (facts: RequestFacts): Record<string, ScoreSheet> =>
  Object.fromEntries(facts.reviewers.flatMap((r) => (r.state === 'scored' && r.first ? [[r.person.id, r.first]] : [])));

/** Why the scores of a case are moderated, and whether they still lie apart; null where they are not being moderated. */
export function moderationSentence(facts: RequestFacts): string | null {
  const { framework } = facts;
  if (!framework || assessmentOf(facts.state)?.review !== 'moderation') return null;
  const named = (keys: Criterion[]) =>
    listed(framework.criteria.filter((c) => keys.includes(c.key)).map((c) => inSentence(c.name)));
  const spread = wideSpread(framework);
  const now = consolidate(countingSheets(facts), framework).moderationCriteria;
  if (now.length > 0) return `Scores lie ${spread} apart on ${named(now)}, so they are moderated first.`;
  const first = consolidate(firstSheets(facts), framework).moderationCriteria;
  return first.length > 0
    ? `Moderation was held because the first scores lay ${spread} apart on ${named(first)}. As revised, they lie closer together.`
    : `Moderation was held because revised scores lay ${spread} apart for a time. They lie closer together now.`;
}
