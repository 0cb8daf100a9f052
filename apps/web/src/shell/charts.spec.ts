import { describe, expect, it } from '@jest/globals';
import { bar, dotAxis, dotRow } from './charts.js';

describe('the dot plot', () => {
  it('sets marks in per cent of the scale and says them in words', () => {
    const svg = String(dotRow({ name: 'Ownership', own: 4, mean: '3.3', low: 3, high: 4 }));
    expect(svg).toContain('aria-label="Ownership: own assessment 4, panel mean 3.3, range 3 to 4"');
    expect(svg).toContain('cx="82.5%"');
    expect(svg).toContain('x1="75%" x2="100%"');
  });
  it('draws nothing for what was not assessed', () => {
    const svg = String(dotRow({ name: 'Sustainability', own: null, mean: null }));
    expect(svg).toContain('aria-label="Sustainability: not assessed"');
    expect(svg).not.toContain('<circle');
  });
  it('rings the mean where the own assessment is the same, so that both are seen', () => {
    const svg = String(dotRow({ name: 'Ownership', own: 3, mean: '3.0' }));
    expect(svg).toContain('r="10.5" fill="none"');
    expect(String(dotRow({ name: 'Ownership', own: 3, mean: '2.67' }))).toContain('r="7" fill="#fff"');
  });
  it('shows a zero as a zero', () => {
    expect(String(dotRow({ name: 'A', mean: 0 }))).toContain('cx="0%"');
  });
  it('escapes names', () => {
    expect(String(dotRow({ name: '"><script>' }))).not.toContain('<script>');
  });
  it('has a scale from nothing to the highest level', () => {
    expect(String(dotAxis(4)).match(/<text/g)).toHaveLength(5);
  });
});

describe('the bar', () => {
  it('lays the parts end to end', () => {
    const svg = String(bar([{ value: 25 }, { value: 15 }], 100, 10, '40 of 100'));
    expect(svg).toContain('<rect class="is-part" x="0%" width="25%"');
    expect(svg).toContain('<rect class="is-part" x="25%" width="15%"');
    expect(svg).toContain('role="img" aria-label="40 of 100"');
  });
  it('is decoration without a label', () => {
    expect(String(bar([], 100))).toContain('aria-hidden="true"');
  });
});
