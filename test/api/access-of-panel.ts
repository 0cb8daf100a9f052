import { HOLIDAY_MATRIX } from './access-of-holidays.js';
import { call, page, SENT_ON, type Cell, type Who } from './access-cells.js';

/** Whoever compares requests of a round, wherever they are. */
const PANEL: Who[] = ['desk', 'deskElsewhere', 'chair', 'approver', 'auditor'];
const CALL = { opens: '2027-01-01', closes: '2026-12-31', graceDays: 0, after: 0 };
const here = { round: '2027-1' };
const at = (cell: Cell): Cell => ({ ...cell, with: here });

/** The requests of a round side by side, its days and holidays, its money, and what is prepared for it. */
export const PANEL_MATRIX: Record<string, Cell | Cell[]> = {
  ...HOLIDAY_MATRIX,
  'GET /admin/rounds': page(403, [200, 'administrator']),
  'GET /admin/rounds/:round': at(page(403, [200, 'administrator'])),
  'POST /admin/rounds/:round': at(page(403, [422, 'administrator'])),
  'GET /api/v1/rounds': call(200),
  'GET /api/v1/rounds/:round/call': at(call(200)),
  'PUT /api/v1/rounds/:round/call': at({ ...call(403, [422, 'administrator']), json: CALL }),
  'GET /panel': page(403, [SENT_ON, ...PANEL, 'fund']),
  'GET /panel/:round': [
    at(page(403, [200, ...PANEL])),
    { ...page(403, [404, ...PANEL]), with: { round: '2027-3' } },
    at({ ...page(403, [200, ...PANEL]), query: '?format=csv' }),
  ],
  'GET /panel/:round/money': at(page(403, [200, ...PANEL, 'fund'])),
  'POST /panel/:round/money': at(page(403, [422, 'fund', 'approver'])),
  'GET /panel/:round/prepared': at(page(403, [200, ...PANEL])),
  'POST /panel/:round/prepared': at(page(403, [422, ...PANEL])),
  'GET /api/v1/rounds/:round/panel': at(call(403, [200, ...PANEL])),
  'GET /api/v1/rounds/:round/money': at(call(403, [200, ...PANEL, 'fund'])),
  'POST /api/v1/rounds/:round/money': at({
    ...call(403, [422, 'fund', 'approver']),
    json: { money: '1', source: '', after: 0 },
  }),
  'POST /api/v1/rounds/:round/coverage': at({
    ...call(403, [412, 'chair', 'approver']),
    json: { leastCoverage: 50, after: 9 },
  }),
  'GET /api/v1/rounds/:round/prepared': at(call(403, [200, ...PANEL])),
  'POST /api/v1/rounds/:round/prepared': at({ ...call(403, [400, ...PANEL]), json: { requests: [] } }),
};
