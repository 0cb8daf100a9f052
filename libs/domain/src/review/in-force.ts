import type { Framework } from './criteria.js';

type Placed = Pick<Framework, 'appliesTo' | 'version' | 'fromRound'>;

/** Whether a version holds for requests that are submitted in a round: it was published for that round or one before, or for no round. */
export const hasBegun = ({ fromRound }: Pick<Framework, 'fromRound'>, round: string): boolean =>
  fromRound === undefined || fromRound <= round;

const newest = <F extends Placed>(versions: readonly F[]): F | null =>
  versions.reduce<F | null>((best, f) => (best && best.version > f.version ? best : f), null);

/**
 * The criteria for a request of a type that is submitted in a round: the newest version of its own that has begun, else the
 * newest for all. A version for a coming round changes nothing before.
 */
export function criteriaFor<F extends Placed>(all: readonly F[], type: string | null, round: string): F | null {
  const begun = all.filter((f) => hasBegun(f, round));
  return newest(begun.filter((f) => f.appliesTo === type)) ?? newest(begun.filter((f) => f.appliesTo === null));
}
