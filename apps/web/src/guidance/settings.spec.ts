import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CLOCKS, type ClockSettings } from '#domain';
import { render } from '../shell/views.js';
import { scoringInWords, settingsInWords, timesAllowed } from './settings.js';

const FOLDER = join(process.cwd(), 'apps/web/src/guidance');
const templates = readdirSync(FOLDER).filter((f) => f.endsWith('.njk') && f !== 'guidance.njk');
const pageOf = (template: string, clocks: ClockSettings): string =>
  render(`guidance/${template}`, {
    title: 'Guidance',
    s: settingsInWords(clocks),
    times: timesAllowed(clocks),
    scoring: scoringInWords(null),
  });

describe('the guidance', () => {
  it.each(templates)('has no time of its own in %s: each comes from the settings', (template) => {
    const text = readFileSync(join(FOLDER, template), 'utf8');
    const number =
      /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:working |calendar )?(?:days|months|years|weeks)\b/i;
    // A question of a criterion, and no time that is set here.
    expect(number.exec(text.replace(/the first twelve months\?/, ''))).toBeNull();
  });

  it.each(templates)('says of %s what is the UN’s and that the rest is a setting of this system', (template) => {
    expect(pageOf(template, DEFAULT_CLOCKS)).toMatch(/this system/);
  });

  it('says what the settings say, also when they change', () => {
    const posts = (clocks: ClockSettings) => pageOf('posts.njk', clocks).replaceAll(/\s+/g, ' ');
    expect(posts(DEFAULT_CLOCKS)).toContain('by itself nine months before the end of the term');
    expect(posts(DEFAULT_CLOCKS)).toContain('Reminders go out 40, 20 and five working days before');
    expect(posts(DEFAULT_CLOCKS)).toContain('has five working days (two where it is urgent) to agree');
    expect(posts({ ...DEFAULT_CLOCKS, renewalOpensMonths: 1 })).toContain('by itself one month before');
    const times = pageOf('times.njk', { ...DEFAULT_CLOCKS, screening: { ordinary: 77, urgent: 66 } });
    expect(times).toMatch(/>77<[\s\S]*>66</);
  });

  it('knows every time that is allowed for a step', () => {
    const isAllowance = (value: unknown): boolean => typeof value === 'object' && value !== null && 'ordinary' in value;
    const steps = Object.values(DEFAULT_CLOCKS).filter(isAllowance).length;
    const { requests, posts } = timesAllowed(DEFAULT_CLOCKS);
    expect(requests.length + posts.length).toBe(steps);
  });

  it('says how criteria weigh, alike or each by itself', () => {
    const criteria = [20, 20].map((weight) => ({ weight })) as never;
    expect(scoringInWords({ criteria, moderationSpread: 1 })).toEqual({ weights: '20 each', spread: 'one point' });
    const others = [25, 15].map((weight) => ({ weight })) as never;
    expect(scoringInWords({ criteria: others, moderationSpread: 2 }).weights).toBe(
      '25 and 15, in the order of the criteria',
    );
  });
});
