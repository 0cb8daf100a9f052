import { type BuiltHtml, builtHtml, escapeHtml } from './html.js';

// Charts are plain SVG strings without a viewBox: positions in per cent and sizes in px, so that a chart fits any width
// and its marks never scale. Colours are attributes, not styles, because the content security policy forbids inline style.

const INK = '#16262F';
const UN = '#00618A';
const RANGE = '#7FC7E7';
const EDGE = '#D5DEE3';
const GRID = '#EDF2F4';
const TRACK = '#E3EAEE';

type Figure = number | string | null | undefined;

/** One criterion on the dot plot; a figure that is not there is simply not drawn. */
export interface CriterionMarks {
  name: string;
  own?: Figure;
  mean?: Figure;
  low?: Figure;
  high?: Figure;
}

/** One part of a bar; its value counts against the bar's total. */
export interface BarPart {
  value: number;
  fill?: string;
}

const percent = (value: number, max: number) => `${Number(((value / max) * 100).toFixed(2))}%`;
const given = (value: Figure): value is number | string => value !== null && value !== undefined && value !== '';
const steps = (max: number) => Array.from({ length: max + 1 }, (_, step) => step);

/** The scale above a dot plot. */
export function dotAxis(max = 4): BuiltHtml {
  const texts = steps(max).map((step) => {
    const anchor = step === 0 ? 'start' : step === max ? 'end' : 'middle';
    return `<text x="${percent(step, max)}" y="15" text-anchor="${anchor}">${step}</text>`;
  });
  return builtHtml(
    `<svg class="is-axis" width="100%" height="22" aria-hidden="true" focusable="false">${texts.join('')}</svg>`,
  );
}

function describe(criterion: CriterionMarks, labels: { own: string; mean: string }): string {
  const parts = [
    given(criterion.own) && `${labels.own} ${criterion.own}`,
    given(criterion.mean) && `${labels.mean} ${criterion.mean}`,
    given(criterion.low) && given(criterion.high) && `range ${criterion.low} to ${criterion.high}`,
  ].filter(Boolean);
  return `${criterion.name}: ${parts.length > 0 ? parts.join(', ') : 'not assessed'}`;
}

/** The own assessment is a ring; where it meets the mean, it goes around it, so that neither hides the other. */
const ownMark = (at: string, onMean: boolean): string =>
  `<circle class="is-own" cx="${at}" cy="50%" r="${onMean ? 10.5 : 7}" fill="${onMean ? 'none' : '#fff'}" stroke="${INK}" stroke-width="2"/>`;

/** One row of the dot plot: reviewers' range, their mean, and the country team's own assessment. */
export function dotRow(
  criterion: CriterionMarks,
  max = 4,
  labels = { own: 'own assessment', mean: 'panel mean' },
): BuiltHtml {
  const at = (value: number | string) => percent(Number(value), max);
  const grid = steps(max).map((step) => {
    const stroke = step === 0 || step === max ? EDGE : GRID;
    return `<line class="is-grid" x1="${percent(step, max)}" x2="${percent(step, max)}" y1="0" y2="100%" stroke="${stroke}"/>`;
  });
  const { own, mean, low, high } = criterion;
  const marks = [
    given(low) && given(high)
      ? `<line class="is-range" x1="${at(low)}" x2="${at(high)}" y1="50%" y2="50%" stroke="${RANGE}" stroke-width="8" stroke-linecap="round"/>`
      : '',
    given(mean)
      ? `<circle class="is-mean" cx="${at(mean)}" cy="50%" r="8" fill="${UN}" stroke="#fff" stroke-width="1.5"/>`
      : '',
    given(own) ? ownMark(at(own), given(mean) && Number(own) === Number(mean)) : '',
  ];
  const label = escapeHtml(describe(criterion, labels));
  return builtHtml(
    `<svg width="100%" height="44" role="img" focusable="false" aria-label="${label}">${grid.join('')}${marks.join('')}</svg>`,
  );
}

/** A horizontal bar of parts against a total, with white seams between them. */
export function bar(parts: BarPart[], total: number, height = 12, label = ''): BuiltHtml {
  let from = 0;
  const drawn = parts.map((part) => {
    const x = percent(from, total);
    const seam =
      from > 0 ? `<line class="is-seam" x1="${x}" x2="${x}" y1="0" y2="100%" stroke="#fff" stroke-width="2"/>` : '';
    from += part.value;
    return `<rect class="is-part" x="${x}" width="${percent(part.value, total)}" height="100%" fill="${part.fill ?? UN}"/>${seam}`;
  });
  const name = label ? `role="img" aria-label="${escapeHtml(label)}"` : 'aria-hidden="true"';
  return builtHtml(
    `<svg class="hra-bar" width="100%" height="${height}" ${name} focusable="false"><rect width="100%" height="100%" fill="${TRACK}"/>${drawn.join('')}</svg>`,
  );
}
