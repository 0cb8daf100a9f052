import type { Presence } from '../entities/reference/presence.js';
import { findContradictions, type Contradiction } from './presence-contradictions.js';

/** The listings as they hold after what people have settled. */
export interface SettledPresences {
  presences: Presence[];
  /** Posts of which it is settled that one was converted into another, by the post that ended so. */
  converted: ReadonlySet<string>;
}
interface Working {
  rows: Map<Presence, Presence | null>;
  converted: Set<string>;
}

/** A country's post for a national officer is another one than that for an international adviser. */
export const postKeyOf = ({ post, national }: Pick<Presence, 'post' | 'national'>): string =>
  national ? `${post} national` : post;

/** Applies what people have settled; the lists themselves stay as they are. */
export function settledPresences(all: readonly Presence[], choices: ReadonlyMap<string, string>): SettledPresences {
  const working: Working = { rows: new Map(all.map((row) => [row, { ...row }])), converted: new Set() };
  for (const found of findContradictions(all)) {
    const choice = choices.get(found.key);
    if (choice !== undefined) apply(found, choice, working);
  }
  const presences = [...working.rows.values()].filter((row) => row !== null);
  return { presences, converted: working.converted };
}

/** What a choice does to the listings that it is about; a choice without a line here leaves them as they are. */
function apply(
  { kind, rows: [first, last = first] }: Contradiction,
  choice: string,
  { rows, converted }: Working,
): void {
  const of = (row: Presence | undefined): Partial<Presence> => (row && rows.get(row)) ?? {};
  const drop = (row: Presence | undefined): void => void (row && rows.set(row, null));
  const alike = (field: 'underFramework' | 'national') => {
    const [right, wrong] = choice === 'earlier' ? [first, last] : [last, first];
    Object.assign(of(wrong), { [field]: right?.[field] });
  };
  switch (`${kind} ${choice}`) {
    case 'mark earlier':
    case 'mark later':
      return alike('underFramework');
    case 'form earlier':
    case 'form later':
      return alike('national');
    case 'form converted':
      return void (first && converted.add(postKeyOf(first)));
    case 'uncertainMark with':
    case 'uncertainMark without':
      return void Object.assign(of(first), { underFramework: choice === 'with' });
    case 'sources first':
      return drop(last);
    case 'notInTable absent':
    case 'otherSource absent':
    case 'sources second':
      return drop(first);
    case 'closedAndListed notClosed':
      return void Object.assign(of(first), { note: null });
    case 'closedAndListed notListed':
      return drop(last);
  }
}
