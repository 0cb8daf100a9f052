import type { Locator, Page } from 'playwright-core';
import { SECTIONS, valueAt, type Question, type RequestContent } from '#domain';

type Row = Record<string, unknown>;
interface Rows {
  noun: string;
  add: string;
  /** What is typed into or chosen in each field of a row, by the field's label. */
  typed: (row: Row) => Record<string, string>;
}

const POSITIONS: Record<string, string> = { endorses: 'Endorses', declines: 'Declines', 'no answer': 'No answer' };
const WAYS: Record<string, string> = { none: 'None', cash: 'In cash', 'in-kind': 'In kind' };
const STANDS: Record<string, string> = { supported: 'Supported', noted: 'Noted' };

const YEARS: Rows = {
  noun: 'Year',
  add: 'Add a year',
  typed: ({ year, months }) => ({ Year: String(year), Months: String(months) }),
};
const ITEMS: Rows = {
  noun: 'Item',
  add: 'Add an item',
  typed: ({ label, amountUSD, paidBy, kind }) => ({
    What: String(label),
    'US dollars': Number(amountUSD).toLocaleString('en'),
    'Paid by': String(paidBy),
    How: WAYS[String(kind)]!,
  }),
};
const ENDORSEMENTS: Rows = {
  noun: 'Endorsement',
  add: 'Add an endorsement',
  typed: ({ agency, name, position, contribution }) => {
    const { kind, amountUSD, text } = contribution as Row;
    return {
      Agency: String(agency),
      'Head of agency': String(name),
      Position: POSITIONS[String(position)]!,
      Contribution: WAYS[String(kind)]!,
      'Amount or value': amountUSD ? String(amountUSD) : '',
      'What for, or why not': String(text),
    };
  },
};
const RECOMMENDATIONS: Rows = {
  noun: 'Recommendation',
  add: 'Add a recommendation',
  typed: ({ body, year, theme, position, text }) => ({
    Mechanism: String(body),
    Year: String(year),
    Theme: String(theme),
    'Position of the State': position ? STANDS[String(position)]! : 'None needed',
    Recommendation: String(text),
  }),
};

const CHOSEN = new Set(['Position', 'Contribution', 'Position of the State', 'How']);
/** Found by its mark-up: on a page with a hundred fields, asking for roles takes long. */
const rowIn = (place: Locator, name: string): Locator => place.locator(`[role="group"][aria-label="${name}"]`);

/** The sections of a request, as the office writes them. */
export class Writing {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opensSection(number: number): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/sections/${number}`);
  }

  /** The field of an answer that is written as text. */
  field(question: Question): Locator {
    const label = question.label.en + (question.required ? '' : ' (optional)');
    return this.page.getByLabel(label, { exact: true });
  }

  /** Answers every question of a section as a content does; the section is saved by whatever comes next. */
  async answersSection(number: number, content: RequestContent): Promise<void> {
    for (const question of SECTIONS[number - 1]!.questions) {
      const answer = valueAt(content, question.path);
      if (answer !== undefined) await this.answers(question, answer);
    }
  }

  async answers(question: Question, answer: unknown): Promise<void> {
    const legend = question.label.en + (question.required ? '' : ' (optional)');
    const group = this.page.getByRole('group', { name: legend, exact: true });
    if (question.kind === 'recommendations') return this.writesRows(group, RECOMMENDATIONS, answer as Row[]);
    if (question.kind === 'endorsements') return this.writesRows(group, ENDORSEMENTS, answer as Row[]);
    if (question.kind === 'costs') return this.writesCosts(group, answer as Row[]);
    await this.field(question).fill(Array.isArray(answer) ? answer.join('\n') : String(answer));
  }

  async attaches(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.page.getByLabel('Add documents').setInputFiles(files);
  }

  async continues(): Promise<void> {
    await this.page.getByRole('button', { name: /^Save and (continue|check)$/ }).click();
  }

  async savesDraft(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save draft' }).click();
  }

  private async writesCosts(group: Locator, years: Row[]): Promise<void> {
    for (const [i, year] of years.entries()) {
      if (i > 0) await group.getByRole('button', { name: YEARS.add }).click();
      const place = group.locator(`section[aria-label="Year ${i + 1}"]`);
      await this.fills(rowIn(place, `Year ${i + 1}`), YEARS.typed(year));
      await this.writesRows(place, ITEMS, year.items as Row[]);
    }
  }

  private async writesRows(place: Locator, { noun, add, typed }: Rows, rows: Row[]): Promise<void> {
    for (const [i, row] of rows.entries()) {
      if (i > 0) await place.getByRole('button', { name: add }).click();
      await this.fills(rowIn(place, `${noun} ${i + 1}`), typed(row));
    }
  }

  private async fills(place: Locator, typed: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(typed)) {
      const field = place.getByLabel(label, { exact: true });
      await (CHOSEN.has(label) ? field.selectOption({ label: text }) : field.fill(text));
    }
  }
}
