import { call, page, REVIEWERS, type Cell, type Who } from './access-cells.js';

const READERS: Who[] = ['desk', 'deskElsewhere', 'chair', 'approver', 'auditor', 'administrator', ...REVIEWERS];
const here = { round: '2027-1' };

/** When the panel of a round meets. */
export const PANEL_DATE_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /panel/:round/date': { ...page(403, [200, ...READERS]), with: here },
  'POST /panel/:round/date': { ...page(403, [422, 'chair', 'administrator']), with: here },
  // Nobody is invited to the panel of this round: whoever may read its date is told so.
  'POST /panel/:round/date/answer': { ...page(403, [409, ...READERS]), with: here, form: { answer: 'yes' } },
  'PUT /api/v1/rounds/:round/panel-date/answer': {
    ...call(403, [409, ...READERS]),
    with: here,
    json: { answer: 'yes' },
  },
  'GET /api/v1/rounds/:round/panel-date': { ...call(403, [200, ...READERS]), with: here },
  'PUT /api/v1/rounds/:round/panel-date': {
    ...call(403, [422, 'chair', 'administrator']),
    with: here,
    json: { day: '2020-01-01', time: '10:00', zone: 'UTC', minutes: 60, after: 0 },
  },
};
