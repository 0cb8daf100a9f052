import type { Actor } from '../people/roles.js';
import type { RequestEventType } from './events.js';
import type { RequestFacts } from './facts.js';
import { changesText } from './record.js';
import { readableLines } from './record-access.js';
import { SECTIONS } from './sections.js';

/** A part of the text of a request: a section by its number, the details, or the country team's own assessment. */
export type Part = number | 'details' | 'assessment';

/** A line of the record that saved the text, by what it touched: `keys` of the content, and of those in its sections. */
export interface SavedLine {
  seq: number;
  at: Date;
  event: RequestEventType;
  actorId: string;
  actorName: string;
  actingFor: string | null;
  /** The time of the earlier text that was brought back with it. */
  from?: string | null;
  keys: string[];
  sections: string[];
}

/** What one person wrote in one part in one go: several saves, of which the last is the text that is read. */
export interface SavedState {
  /** The line after which the text is read, and the first of those that belong to it. */
  seq: number;
  first: number;
  at: Date;
  since: Date;
  actorId: string;
  actorName: string;
  actingFor: string | null;
  parts: Part[];
  saves: number;
  /** The request was opened with it. */
  opened: boolean;
  /** It brought back the text of this time. */
  from: string | null;
}

/** A pause longer than this ends what was written in one go. */
export const ONE_GO_MS = 10 * 60_000;

const SECTION_OF = new Map(
  SECTIONS.flatMap((s) => s.questions.map(({ path }) => [path.replace(/^sections\./, '').split('.')[0]!, s.number])),
);
const RANK = (part: Part): number => (part === 'details' ? 0 : part === 'assessment' ? 99 : part);

/** The parts of the text that a line touched, in the order of the form. */
export function partsOf({ keys, sections }: Pick<SavedLine, 'keys' | 'sections'>): Part[] {
  const named = [...keys.filter((key) => key !== 'sections'), ...sections];
  const parts = named.map((key): Part =>
    key === 'selfAssessment' ? 'assessment' : (SECTION_OF.get(key) ?? 'details'),
  );
  return [...new Set(parts)].sort((a, b) => RANK(a) - RANK(b));
}

/** Whether a line goes on with what the later ones wrote: the same person in the same parts, without a long pause and with nobody's save in between. */
function goesOn(earlier: SavedLine, state: SavedState): boolean {
  return (
    earlier.event !== 'CREATE' &&
    !state.opened &&
    !state.from &&
    !earlier.from &&
    earlier.actorId === state.actorId &&
    earlier.actingFor === state.actingFor &&
    partsOf(earlier).join() === state.parts.join() &&
    state.since.getTime() - earlier.at.getTime() <= ONE_GO_MS
  );
}

/**
 * Folds the saves of a draft, newest first, into what people wrote in one go. The record keeps every save; this is how it
 * is read. A submission between two saves parts them.
 */
export function savedStates(lines: readonly SavedLine[]): SavedState[] {
  const states: SavedState[] = [];
  let parted = false;
  for (const line of lines) {
    const last = states.at(-1);
    const saves = changesText(line.event);
    if (saves && last && !parted && goesOn(line, last)) {
      Object.assign(last, { first: line.seq, since: line.at, saves: last.saves + 1 });
    } else if (saves) {
      const { seq, at, actorId, actorName, actingFor } = line;
      const opened = line.event === 'CREATE';
      const whose = { actorId, actorName, actingFor };
      states.push({
        seq,
        first: seq,
        at,
        since: at,
        ...whose,
        parts: partsOf(line),
        saves: 1,
        opened,
        from: line.from ?? null,
      });
    }
    parted = !saves;
  }
  return states;
}

/** Whether somebody reads what a draft said before: a draft is the office's own, also after it was submitted. */
export const readsEarlierTexts = (actor: Actor, facts: RequestFacts): boolean =>
  readableLines(actor, facts).events.includes('EDIT');
