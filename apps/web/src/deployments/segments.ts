import type { PostCover, PostRow } from '#casework';
import { addDays, BRIDGE_KINDS, type BridgeKind, type Day } from '#domain';
import type { GanttFrame, GanttSegment } from '../shell/gantt.js';

/** The time around a day that a timeline shows: some years, or what lies around the day. */
export function frameAround(today: Day, years: string): GanttFrame {
  const month = (n: number): Day => {
    const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + n;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  };
  if (!years) return { from: month(-18), to: month(26), today };
  const back = Math.round((Number(years) * 12 * 3) / 4);
  return { from: month(-back), to: month(Number(years) * 12 - back), today };
}

const isYear = (certainty: string): boolean => certainty !== 'day';

function termOf(cover: PostCover, today: Day): GanttSegment {
  // Of a term whose end has passed without a word, it is known as far as that end.
  const present = cover.until === null && (cover.plannedUntil === null || cover.plannedUntil >= today);
  return {
    kind: present ? 'now' : 'past',
    from: cover.from,
    until: cover.until ?? cover.plannedUntil,
    label: cover.name,
    about: { from: isYear(cover.certainty.from), until: !present && isYear(cover.certainty.until) },
  };
}

/** The times between two terms; where only years are known, two years in a row leave no gap. */
function gapsBetween(terms: readonly PostCover[]): GanttSegment[] {
  return terms.slice(1).flatMap((next, i) => {
    const before = terms[i]!;
    if (before.until === null) return [];
    const [from, until] = [addDays(before.until, 1), addDays(next.from, -1)];
    const unsure = isYear(before.certainty.until) || isYear(next.certainty.from);
    if (from > until || (unsure && Number(next.from.slice(0, 4)) - Number(before.until.slice(0, 4)) < 2)) return [];
    return [{ kind: 'gap' as const, from, until, label: 'Post empty' }];
  });
}

/** Since a term has run out nobody knows whether the post is held. */
function afterRunningOut(row: PostRow, today: Day): GanttSegment[] {
  const until = row.gapUntil ?? (row.toEnd ? today : null);
  return [{ kind: 'gap', from: addDays(row.endsOn!, 1), until, label: 'Term has run out, leaving not recorded' }];
}

function presentGap(row: PostRow, today: Day): GanttSegment[] {
  if (row.standing === 'ranOut') return afterRunningOut(row, today);
  const from = row.gap === 'now' ? row.emptySince : row.gap === 'ahead' ? row.gapFrom : null;
  if (from === null) return [];
  // Who did not come on the day promises no other.
  const until = row.successorOn && row.successorOn >= today ? addDays(row.successorOn, -1) : row.gapUntil;
  const label = row.gap === 'now' ? 'Post empty' : 'Post empty, as things stand';
  return [{ kind: 'gap', from, until: until !== null && until < from ? null : until, label }];
}

/** When somebody would come whom nobody knows yet, by the time that recruitment takes. */
const likely = (row: PostRow): GanttSegment[] =>
  row.expectedOn && row.successorOn === null
    ? [
        {
          kind: 'likely',
          from: row.endsOn && row.endsOn >= row.expectedOn ? addDays(row.endsOn, 1) : row.expectedOn,
          until: null,
          label: 'Probable arrival',
        },
      ]
    : [];

const others = (cover: PostCover): GanttSegment =>
  cover.kind === 'bridge'
    ? {
        kind: 'bridge',
        from: cover.from,
        until: cover.until,
        label: `Bridged by ${cover.name} (${BRIDGE_KINDS[cover.detail as BridgeKind] ?? 'another cover'})`,
      }
    : { kind: 'next', from: cover.from, until: cover.until, label: `Successor ${cover.name}` };

/** A post over time: who was there, who is, when nobody was or will be, and who comes next. */
export function segmentsOf(row: PostRow, covers: readonly PostCover[], today: Day): GanttSegment[] {
  const own = covers.filter((cover) => cover.deploymentId === row.id);
  const terms = own.filter((cover) => cover.kind === 'incumbency');
  return [
    ...terms.map((term) => termOf(term, today)),
    ...gapsBetween(terms),
    ...presentGap(row, today),
    ...likely(row),
    ...own
      .filter((cover) => cover.kind === 'bridge' || (cover.kind === 'successor' && cover.from >= today))
      .map(others),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
