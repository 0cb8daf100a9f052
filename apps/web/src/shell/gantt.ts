import { type BuiltHtml, builtHtml, escapeHtml } from './html.js';
import { date } from './words.js';

// As in charts.ts: no viewBox, positions in per cent and heights in px, so that a row fits any width and its text never scales.

const INK = '#16262F';
const MUTE = '#4A5C67';
const EDGE = '#64767F';
const GRID = '#EDF2F4';
const UN = '#00618A';
const UN_LIGHT = '#7FC7E7';
const PAST = '#B9C7CF';
const GAP = '#9A3412';
const GAP_FILL = '#FBEFE9';

/** The days from the left edge to the right one, and the day on which it is looked at. */
export interface GanttFrame {
  from: string;
  to: string;
  today: string;
}
/** A stretch of time in a row; `until` is its last day, null where no end is known. `about` leaves its days at their year. */
export interface GanttSegment {
  kind: 'past' | 'now' | 'next' | 'likely' | 'gap' | 'bridge';
  from: string;
  until: string | null;
  label: string;
  about?: { from?: boolean; until?: boolean };
}

const DAY = 86_400_000;
/** Half-years are named as long as a frame is no wider than this; then years alone. */
const HALF_YEARS_UP_TO = 6 * 366;
const MOST_TICKS = 9;
/** A label beyond this would stand outside the chart. */
const NEAR_END = 93;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const percent = (value: number): string => `${Number(value.toFixed(2))}%`;

/** Where a day lies between the edges, in per cent; what lies beyond an edge lies on it. */
function placeOn({ from, to }: GanttFrame): (day: string) => number {
  const start = dayNumber(from);
  const length = dayNumber(to) - start;
  return (day) => Math.max(0, Math.min(100, ((dayNumber(day) - start) / length) * 100));
}

interface Tick {
  at: number;
  text: string;
}

/** The days that an axis names: half-years while there is room, then every so many years. */
function ticksOf(frame: GanttFrame): Tick[] {
  const place = placeOn(frame);
  const days = dayNumber(frame.to) - dayNumber(frame.from);
  const halves = days <= HALF_YEARS_UP_TO;
  const [first, last] = [Number(frame.from.slice(0, 4)), Number(frame.to.slice(0, 4))];
  const step = halves ? 1 : Math.ceil((last - first) / MOST_TICKS);
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return years
    .flatMap((year) => [
      { day: `${year}-01-01`, text: String(year) },
      ...(halves ? [{ day: `${year}-07-01`, text: 'Jul' }] : []),
    ])
    .filter(({ day }) => day > frame.from && day < frame.to)
    .map(({ day, text }) => ({ at: place(day), text }));
}

/** The axis above the rows, with the day on which it is looked at. */
export function ganttAxis(frame: GanttFrame): BuiltHtml {
  const texts = ticksOf(frame).map(({ at, text }) => {
    const x = percent(at);
    const anchor = at > NEAR_END ? ' text-anchor="end"' : '';
    return `<line x1="${x}" x2="${x}" y1="38" y2="44" stroke="${EDGE}"/><text x="${x}" y="32" fill="${MUTE}"${anchor}>${text}</text>`;
  });
  const at = placeOn(frame)(frame.today);
  const now = percent(at);
  const anchor = at > NEAR_END ? 'end' : at < 100 - NEAR_END ? 'start' : 'middle';
  return builtHtml(
    `<svg class="is-axis" width="100%" height="44" aria-hidden="true" focusable="false">${texts.join('')}<text x="${now}" y="13" text-anchor="${anchor}" fill="${INK}" font-weight="600">Today</text><line x1="${now}" x2="${now}" y1="18" y2="44" stroke="${INK}" stroke-width="2"/></svg>`,
  );
}

const STYLES: Record<GanttSegment['kind'], string> = {
  past: `fill="${PAST}"`,
  now: `fill="${UN}"`,
  next: `fill="#fff" stroke="${UN}" stroke-width="1.5"`,
  likely: `fill="none" stroke="${UN}" stroke-dasharray="2 4"`,
  gap: `fill="${GAP_FILL}" stroke="${GAP}" stroke-dasharray="3 3"`,
  bridge: `fill="${UN_LIGHT}" stroke="${UN}"`,
};

/** Where only the year of an end is known, that end is drawn as a dashed edge. */
const unsure = (x: string): string =>
  `<line class="is-edge" x1="${x}" x2="${x}" y1="26%" y2="74%" stroke="${INK}" stroke-width="2" stroke-dasharray="2 2"/>`;

/** A stretch as a bar: a bridge lies low inside the gap that it bridges. */
function drawn(segment: GanttSegment, frame: GanttFrame): string {
  const place = placeOn(frame);
  const left = place(segment.from);
  const right = segment.until === null ? 100 : place(after(segment.until));
  const [y, height] = segment.kind === 'bridge' ? ['44%', '12%'] : ['32%', '36%'];
  const bar = `<rect class="is-${segment.kind}" x="${percent(left)}" width="${percent(right - left)}" y="${y}" height="${height}" rx="2" ${STYLES[segment.kind]}/>`;
  const edges = [
    segment.about?.from && segment.from >= frame.from ? unsure(percent(left)) : '',
    segment.about?.until && segment.until && segment.until < frame.to ? unsure(percent(right)) : '',
  ];
  return bar + edges.join('');
}

/** The day after: a last day belongs to its stretch. */
const after = (day: string): string => new Date((dayNumber(day) + 1) * DAY).toISOString().slice(0, 10);
const isSeen = (segment: GanttSegment, { from, to }: GanttFrame): boolean =>
  segment.from < to && (segment.until === null || segment.until >= from);

function said({ label, from, until, about }: GanttSegment): string {
  const begin = about?.from ? `some day in ${from.slice(0, 4)}` : date(from, 'short');
  if (until === null) return `${label}, from ${begin}, no end known`;
  const end = about?.until ? `some day in ${until.slice(0, 4)}` : date(until, 'short');
  return `${label}, ${begin} to ${end}`;
}

/** The line of today begins above its row, so that it meets that of the row before whatever stands beside them. */
const UP = '-40%';

/** One row: its stretches as bars, and all of them in words for whoever does not see them. */
export function ganttRow(segments: readonly GanttSegment[], frame: GanttFrame): BuiltHtml {
  const grid = ticksOf(frame).map(
    ({ at }) => `<line class="is-grid" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%" stroke="${GRID}"/>`,
  );
  const seen = segments.filter((segment) => isSeen(segment, frame));
  // A bridge is drawn over its gap, whichever comes first.
  const bars = [...seen].sort((a, b) => Number(a.kind === 'bridge') - Number(b.kind === 'bridge'));
  const now = percent(placeOn(frame)(frame.today));
  const label = escapeHtml(seen.map(said).join('; ') || 'Nobody in the time shown');
  return builtHtml(
    `<svg width="100%" height="64" role="img" aria-label="${label}" focusable="false">${grid.join('')}${bars.map((segment) => drawn(segment, frame)).join('')}<line x1="${now}" x2="${now}" y1="${UP}" y2="100%" stroke="${INK}" stroke-width="1.5"/></svg>`,
  );
}
