import { noticeRule, speaksFor } from '#domain';
import type { Addressee } from './audience.js';
import { caseTold } from './case-told.js';
import { clockTold, type Told } from './told.js';

/** The parties of a consultation for which somebody is written to; none where the notice asks nothing of a party. */
export function partiesTold(told: Told, { person }: Addressee): string[] {
  const about = caseTold(told.facts);
  const clock = clockTold(told);
  const endorser = [...about.endorsers, ...about.formerEndorsers].find((e) => e.id === person.id);
  if (endorser) return [endorser.key];
  const asked = clock
    ? [about.party(clock)].filter((c) => c !== null)
    : noticeRule(told.notice).to.includes('consulted')
      ? about.consulted
      : [];
  const { parties = [] } = told;
  return asked
    .filter((c) => parties.length === 0 || parties.includes(c.key))
    .filter((c) => (c.named ? c.named.id === person.id : person.assignments.some((a) => speaksFor(a, c))))
    .map((c) => c.key);
}
