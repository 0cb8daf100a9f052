import { type BuiltHtml, builtHtml, escapeHtml } from './html.js';

const INK = '#16262F';
const UN = '#00618A';
const GAP = '#9A3412';
const AMBER = '#C98A1B';

/** What a point says: the mark differs in fill and outline, not in colour alone. */
export type PointMark = 'now' | 'ending' | 'gap' | 'starting';
/** A point on the land, in per cent of its width and height; with a label where it needs attention. */
export interface LandPoint {
  x: number;
  y: number;
  mark: PointMark;
  name: string;
  text: string;
  href: string;
  labelled?: boolean;
}

/** Marks at a place that is written as SVG has it: per cent on the land, px in a legend. */
const MARKS: Record<PointMark, (at: string) => string> = {
  now: (at) => `<circle class="is-point" ${at} r="5.5" fill="${UN}" stroke="#fff"/>`,
  ending: (at) =>
    `<circle class="is-ring" ${at} r="10" fill="#fff" stroke="${AMBER}" stroke-width="2"/><circle class="is-point" ${at} r="5.5" fill="${UN}"/>`,
  gap: (at) => `<circle class="is-empty" ${at} r="6.5" fill="#fff" stroke="${GAP}" stroke-width="2.5"/>`,
  starting: (at) => `<circle class="is-starting" ${at} r="5.5" fill="#fff" stroke="${UN}" stroke-width="2"/>`,
};

/** A mark by itself, for the legend. */
export const landMark = (mark: PointMark): BuiltHtml =>
  builtHtml(`<svg width="22" height="22" aria-hidden="true" focusable="false">${MARKS[mark]('cx="11" cy="11"')}</svg>`);

// Labels are set for the width of a page; narrower, they are closer, and under 40em there are none.
interface Size {
  wide: number;
  tall: number;
}
const WORLD: Size = { wide: 1100, tall: 484 };
const REGION: Size = { wide: 760, tall: 532 };
const LETTER = 7.6;
const LINE = 16;
const NEAR = 14;
/** Where a label may stand beside its point, the best first: dx, dy and the side on which it is held. */
const SIDES = [
  [NEAR, 5, 'start'],
  [-NEAR, 5, 'end'],
  [0, -NEAR - 2, 'middle'],
  [0, NEAR + 14, 'middle'],
  [NEAR, -9, 'start'],
  [-NEAR, 19, 'end'],
] as const;
type Side = (typeof SIDES)[number];
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxOf(point: LandPoint, [dx, dy, anchor]: Side, { wide, tall }: Size): Box {
  const width = point.name.length * LETTER;
  const x = (point.x / 100) * wide + dx;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const bottom = (point.y / 100) * tall + dy + 3;
  return { left, right: left + width, top: bottom - LINE, bottom };
}
const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = ({ x, y }: LandPoint, { wide, tall }: Size): Box => {
  const [left, top] = [(x / 100) * wide, (y / 100) * tall];
  return { left: left - 7, right: left + 7, top: top - 7, bottom: top + 7 };
};
const inside = ({ left, right, top, bottom }: Box, { wide, tall }: Size): boolean =>
  left >= 0 && right <= wide && top >= 0 && bottom <= tall + 10;

/** Finds each label a place where it covers no point and no other label; one that has none is left out. */
function placed(points: readonly LandPoint[], size: Size): Map<LandPoint, Side> {
  const taken = points.map((point) => around(point, size));
  const sides = new Map<LandPoint, Side>();
  for (const point of points.filter((p) => p.labelled)) {
    const side = SIDES.find((s) => {
      const box = boxOf(point, s, size);
      return inside(box, size) && !taken.some((other) => touch(box, other));
    });
    if (!side) continue;
    taken.push(boxOf(point, side, size));
    sides.set(point, side);
  }
  return sides;
}

function drawn(point: LandPoint, side: Side | undefined): string {
  const [x, y] = [`${point.x}%`, `${point.y}%`];
  const at = `cx="${x}" cy="${y}"`;
  const label = side
    ? `<text aria-hidden="true" x="${x}" y="${y}" dx="${side[0]}" dy="${side[1]}" text-anchor="${side[2]}" fill="${INK}">${escapeHtml(point.name)}</text>`
    : '';
  const title = escapeHtml(`${point.name}: ${point.text}`);
  return `<a href="${escapeHtml(point.href)}"><title>${title}</title><circle ${at} r="12" fill="transparent"/>${MARKS[point.mark](at)}${label}</a>`;
}

/** Points over the picture of the land, of the world or of a region: links with what they say, the most urgent first to read and last to be drawn over. */
export function landPoints(points: readonly LandPoint[], label: string, region = ''): BuiltHtml {
  const sides = placed(points, region ? REGION : WORLD);
  const links = points.map((point) => drawn(point, sides.get(point))).join('');
  return builtHtml(`<svg width="100%" height="100%" role="group" aria-label="${escapeHtml(label)}">${links}</svg>`);
}
