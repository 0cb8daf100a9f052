import { call, page, REVIEWERS, type Cell, type Who } from './access-cells.js';

/** Who judges requests: reviewers take examples, the chair writes them, the others read them. */
const READERS: Who[] = ['desk', 'deskElsewhere', 'approver', 'auditor'];
const ALL: Who[] = [...REVIEWERS, ...READERS, 'chair'];

/** One of the examples that every installation starts with, and one that is not there. */
const one = (cell: Cell): Cell[] => [
  { ...cell, with: { id: 'example' } },
  {
    nobody: cell.nobody,
    others: 403,
    named: [[404, ...ALL]],
    with: { id: 'none' },
    ...(cell.json ? { json: cell.json } : {}),
  },
];

/** Worked examples: they hold no case, so where somebody works makes no difference. */
export const EXAMPLES_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /calibration': page(403, [200, ...ALL]),
  'GET /calibration/new': page(403, [200, 'chair']),
  'POST /calibration/new': page(403, [422, 'chair']),
  'GET /calibration/:id': one(page(403, [200, ...ALL])),
  'POST /calibration/:id': one(page(403, [422, ...REVIEWERS])),
  'POST /calibration/:id/retire': one(page(403, [303, 'chair'])),
  'GET /api/v1/worked-examples': call(403, [200, ...ALL]),
  'POST /api/v1/worked-examples': { ...call(403, [422, 'chair']), json: {} },
  'GET /api/v1/worked-examples/:id': one(call(403, [200, ...ALL])),
  'PUT /api/v1/worked-examples/:id/scores': one({ ...call(403, [422, ...REVIEWERS]), json: {} }),
  'DELETE /api/v1/worked-examples/:id': one(call(403, [200, 'chair'])),
};
