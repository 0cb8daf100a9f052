import { Controller, Get, Query, Req } from '@nestjs/common';
import { DecisionFigures, ReferenceData, type DecisionFigure, type SignedIn } from '#casework';
import type { Role } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { tableFile } from '../shell/table-file.js';
import { figuresPage, FIGURE_COLUMNS } from './figures.presenter.js';

/** OHCHR counts its decisions, and so does who audits it. */
const READERS: readonly Role[] = ['deskOfficer', 'panelChair', 'approver', 'auditor'];

/** The figures of who may read them. */
export async function figuresFor(figures: DecisionFigures, me: SignedIn): Promise<DecisionFigure[]> {
  if (!me.assignments.some(({ role }) => READERS.includes(role))) throw new Refused(NOT_YOURS.decisionFigures);
  return figures.of(me);
}

/** Decisions by outcome and coded reason, by round and region. */
@Controller('decisions')
export class DecisionFiguresController {
  constructor(
    private readonly pages: Pages,
    private readonly figures: DecisionFigures,
    private readonly names: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Query('format') format?: string) {
    const rows = await figuresFor(this.figures, me);
    if (format !== 'csv') return this.pages.html(request, 'decision/figures.njk', figuresPage(rows, this.names));
    const each = (async function* () {
      yield* rows;
    })();
    return tableFile('csv', {
      name: 'decisions',
      sheet: 'Decisions',
      columns: FIGURE_COLUMNS(this.names),
      rows: each,
    });
  }
}
