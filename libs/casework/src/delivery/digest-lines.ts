import {
  noticeRule,
  type Clock,
  type Day,
  type Language,
  type PostTask,
  type Role,
  type Task,
  type NoticeName,
} from '#domain';
import { clockTold, dayOfClock, familyOf, type Told } from './told.js';
import { reachOf, type Addressee, type Candidate, type PlaceNames } from './audience.js';
import { caseTold } from './case-told.js';
import { dueFor, sameSide } from './due.js';

/** What waits to be told, beside the case as it is now; the newest first. */
export interface HeldLine extends Told {
  id: string;
}
/** One thing that a digest tells. */
export interface DigestItem {
  notice: NoticeName;
  as: Role;
  task: Task | PostTask | null;
  dueOn: Day | null;
}
export interface DigestCase {
  about: 'request' | 'post';
  ref: string;
  countries: string[];
  items: DigestItem[];
}
export interface Lines {
  cases: DigestCase[];
  /** What it would have told is over, or told by another line. */
  over: string[];
  /** Its reader may not be told it any more. */
  hidden: string[];
  more: number;
}

/** So many things stand in one digest. */
export const MOST_ITEMS = 100;

/** Whether it is still this person for whom somebody waits: a clock may have gone over to another, or stand still. */
const holdsStill = (clock: Clock | null, { person, as }: Addressee): boolean =>
  clock !== null && (clock.personId === null || clock.personId === person.id) && sameSide(clock.holder, as);

/** Whether what a notice asks of its reader is still to be done: asked of the same rule that guards the step. */
export function stillWaits(told: Told, addressee: Addressee): boolean {
  const { group, asks } = noticeRule(told.notice);
  if (told.notice === 'nudged') return holdsStill(clockTold(told) ?? null, addressee);
  if (group !== 'duties') return true;
  return asks ? isAsked(told, addressee) : caseTold(told.facts).waits(addressee.person);
}

/** Whether a step of the clock that a notice names waits for its reader. */
export const isAsked = (told: Told, addressee: Addressee): boolean =>
  dueFor(caseTold(told.facts), told.notice, addressee) !== null && caseTold(told.facts).waits(addressee.person);

/** The day by which its reader has to act, where something waits for them. */
export const dayOfNotice = (told: Told, addressee: Addressee): Day | null =>
  dayOfClock(told) ?? dueFor(caseTold(told.facts), told.notice, addressee);

type Standing = { is: 'over' | 'hidden' } | { is: 'told'; item: DigestItem };
function standingOf(line: HeldLine, { id }: Candidate, people: readonly Candidate[], names: PlaceNames): Standing {
  const reach = reachOf(line, people, names);
  if (reach === null) return { is: 'over' };
  const addressee = [...reach.to, ...reach.copy, ...reach.stoodInFor].find((a) => a.person.id === id);
  if (!addressee) return { is: 'hidden' };
  if (!stillWaits(line, addressee)) return { is: 'over' };
  const clock = clockTold(line) ?? null;
  const task = clock && caseTold(line.facts).task(clock);
  return { is: 'told', item: { notice: line.notice, as: addressee.as, task, dueOn: dayOfNotice(line, addressee) } };
}

const LAST = '9999-12-31';
const dueOf = ({ items }: DigestCase): Day => items.map((i) => i.dueOn ?? LAST).sort()[0]!;
/** Cases with what is due first at the top, in each and among them. */
export const inOrderOfDue = (cases: readonly DigestCase[]): DigestCase[] =>
  cases
    .map((one) => ({ ...one, items: one.items.toSorted((a, b) => ((a.dueOn ?? LAST) < (b.dueOn ?? LAST) ? -1 : 1)) }))
    .sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
/** A later rung of the same clock, or the same thing told again, says it all. */
const sameThing = (line: HeldLine): string =>
  line.clockKey && line.notice === 'escalation'
    ? [line.facts.id, 'escalation', familyOf(line.clockKey)].join(' ')
    : [line.facts.id, line.clockKey ?? line.notice, line.notice === 'holderAway'].join(' ');

/** What of all that waits is to be told, case by case: what is due first comes first. */
export function linesOf(
  { held, people }: { held: readonly HeldLine[]; people: readonly Candidate[] },
  person: Candidate,
  names: PlaceNames & { countryName(code: string, language?: Language): string },
  language: Language,
): Lines {
  const lines: Lines = { cases: [], over: [], hidden: [], more: 0 };
  const byCase = new Map<string, DigestCase>();
  const said = new Set<string>();
  for (const line of held) {
    const standing = standingOf(line, person, people, names);
    if (standing.is !== 'told') lines[standing.is].push(line.id);
    else if (said.has(sameThing(line))) lines.over.push(line.id);
    else if (said.size >= MOST_ITEMS) lines.more += 1;
    else {
      said.add(sameThing(line));
      const { id, ref, noun, countries } = caseTold(line.facts);
      const known = byCase.get(id) ?? {
        about: noun,
        ref,
        countries: countries.map((c) => names.countryName(c, language)),
        items: [],
      };
      byCase.set(id, { ...known, items: [...known.items, standing.item] });
    }
  }
  lines.cases = inOrderOfDue([...byCase.values()]);
  return lines;
}
