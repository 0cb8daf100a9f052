import { describe, expect, it } from '@jest/globals';
import { SAMPLES } from './components.samples.js';
import { FIELDS } from './field.samples.js';
import { createEnvironment } from './views.js';

const environment = createEnvironment();
const draw = (source: string, context: object = {}): string =>
  environment
    .renderString(source, context)
    .replace(/\n\s*\n+/g, '\n')
    .trim();

/** The same context with every text turned into markup that must never reach the page as markup. */
function hostile(value: unknown): unknown {
  if (typeof value === 'string') return `${value}<script>alert("x")</script>`;
  if (Array.isArray(value)) return value.map(hostile);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  // What chooses a shape is set by the program and never typed.
  const chosen = new Set([
    'kind',
    'tone',
    'state',
    'key',
    'wrong',
    'mark',
    'score',
    'direction',
    'fill',
    'stroke',
    'dash',
    'at',
    'size',
    'mean',
    'from',
    'until',
    'to',
    'today',
  ]);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, chosen.has(key) ? part : hostile(part)]));
}

describe('components', () => {
  it.each(Object.entries(SAMPLES))('%s is drawn as before', (_name, { source, context }) => {
    expect(draw(source, context)).toMatchSnapshot();
  });

  it.each(Object.entries(FIELDS))('a field of kind %s is drawn as before', (_name, field) => {
    expect(draw('{{ hraField(field) }}', { field })).toMatchSnapshot();
  });

  it.each(Object.entries(SAMPLES))('%s never lets typed markup through', (_name, { source, context }) => {
    expect(draw(source, hostile(context) as object)).not.toMatch(/<script|"x"/);
  });

  it.each(Object.entries(FIELDS))('a field of kind %s never lets typed markup through', (_name, field) => {
    expect(draw('{{ hraField(field) }}', { field: hostile(field) })).not.toMatch(/<script|"x"/);
  });

  it('carry no inline style and no inline script, so that the content security policy holds', () => {
    const all = Object.values(SAMPLES).map(({ source, context }) => draw(source, context));
    const fields = Object.values(FIELDS).map((field) => draw('{{ hraField(field) }}', { field }));
    expect([...all, ...fields].join('\n')).not.toMatch(/\sstyle=|<script|\son[a-z]+=/);
  });

  it('has a sample for every macro of its own', () => {
    const globals = (environment as unknown as { globals: object }).globals;
    const own = Object.keys(globals).filter((name) => name.startsWith('hra'));
    expect(own.filter((name) => !(name in SAMPLES) && name !== 'hraField')).toEqual([]);
  });
});

describe('a long answer', () => {
  it('keeps a line break at its start, which a browser would drop', () => {
    const field = { kind: 'long', name: 'a', label: 'A', value: '\nkept' };
    expect(environment.renderString('{{ hraField(field) }}', { field })).toContain('>\n\nkept</textarea>');
  });
});

describe('the total', () => {
  const total = (p: object) => draw('{{ hraTotal(p) }}', { p: { of: 5, parts: [], ...p } }).replace(/<[^>]+>/g, '');
  it('says what is possible while criteria are open', () => {
    expect(total({ answered: 3, points: '55.0', possible: 65, coverage: 65 })).toContain('55.0 of 65 possible so far');
  });
  it('says on which share of the weight it rests when something could not be assessed', () => {
    expect(total({ answered: 5, normalised: '84.6', coverage: 65 })).toContain('84.6 of 100, on 65% of the weight');
  });
  it('is plain when all is assessed', () => {
    expect(total({ answered: 5, points: '75.5', coverage: 100 })).toContain('75.5 of 100');
  });
});
