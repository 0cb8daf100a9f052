import { describe, expect, it } from '@jest/globals';
import { ganttAxis, ganttRow, type GanttSegment } from './gantt.js';

const frame = { from: '2025-01-01', to: '2029-01-01', today: '2027-01-01' };
const now: GanttSegment = { kind: 'now', from: '2026-01-01', until: '2027-12-31', label: 'R. Sokha' };

describe('a row of the timeline', () => {
  it('draws a stretch up to the end of its last day, and says it', () => {
    const svg = String(ganttRow([now], frame));
    expect(svg).toContain('x="24.98%" width="49.97%"');
    expect(svg).toContain('aria-label="R. Sokha, 1 Jan 2026 to 31 Dec 2027"');
  });
  it('lets two terms that follow one another touch, and not overlap', () => {
    const next: GanttSegment = { kind: 'next', from: '2028-01-01', until: null, label: 'Who comes' };
    const svg = String(ganttRow([now, next], frame));
    expect(svg).toContain('x="74.95%" width="25.05%"');
    expect(svg).toContain('Who comes, from 1 Jan 2028, no end known');
  });
  it('leaves out what ended before and what begins after the time shown', () => {
    const before: GanttSegment = { kind: 'past', from: '2020-01-01', until: '2024-12-31', label: 'Before' };
    const later: GanttSegment = { kind: 'next', from: '2029-01-01', until: null, label: 'Later' };
    const svg = String(ganttRow([before, later], frame));
    expect(svg).toContain('aria-label="Nobody in the time shown"');
    expect(svg).not.toContain('<rect');
  });
  it('says where no more than the year is known, and draws that end as unsure', () => {
    const svg = String(ganttRow([{ ...now, kind: 'past', about: { until: true } }], frame));
    expect(svg).toContain('1 Jan 2026 to some day in 2027');
    expect(svg).toContain('stroke-dasharray="2 2"');
  });
  it('draws a bridge over the gap that it bridges, whichever is named first', () => {
    const bridge: GanttSegment = { kind: 'bridge', from: '2028-01-01', until: '2028-03-31', label: 'Surge' };
    const gap: GanttSegment = { kind: 'gap', from: '2028-01-01', until: '2028-06-30', label: 'Post empty' };
    const svg = String(ganttRow([bridge, gap], frame));
    expect(svg.indexOf('#FBEFE9')).toBeLessThan(svg.indexOf('#7FC7E7'));
  });
  it('escapes names', () => {
    expect(String(ganttRow([{ ...now, label: '"><script>' }], frame))).not.toContain('<script>');
  });
});

describe('the axis of the timeline', () => {
  it('names half-years in a frame of a few years, and years alone in a longer one', () => {
    expect(String(ganttAxis(frame))).toMatch(/>Jul<.*>2026<.*>Jul</);
    const long = String(ganttAxis({ ...frame, from: '2010-01-01' }));
    expect(long).not.toContain('Jul');
    expect(long.match(/<text/g)!.length).toBeLessThan(12);
  });
  it('keeps what stands at an edge inside', () => {
    expect(String(ganttAxis({ ...frame, today: '2025-01-02' }))).toContain('text-anchor="start"');
    expect(String(ganttAxis({ ...frame, today: '2028-12-30' }))).toContain('text-anchor="end"');
  });
});
