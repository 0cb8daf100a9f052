import { call, page, type Cell, type Who } from './access-cells.js';

/** Who writes options of the region, who reads them, and who does so for other regions. */
const WRITERS: Who[] = ['team', 'regionalOffice'];
const READERS: Who[] = ['desk', 'chair', 'approver', 'auditor'];
const ALL_WRITERS: Who[] = [...WRITERS, 'teamElsewhere'];
const ALL_READERS: Who[] = [...READERS, 'deskElsewhere'];

/** One option of Eastern and Southern Africa, and one that is not there. */
const one = (cell: Cell): Cell[] => [
  { ...cell, with: { id: 'option' } },
  { nobody: cell.nobody, others: 404, with: { id: 'none' }, ...(cell.json ? { json: cell.json } : {}) },
];

/** Regional options: those who write and read them, each for their regions; everybody else reads the copy in an advice. */
export const OPTIONS_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /deployments/options': page(403, [200, ...ALL_WRITERS, ...ALL_READERS]),
  'GET /deployments/options/compare': page(403, [200, ...ALL_WRITERS, ...ALL_READERS]),
  'GET /deployments/options/new': page(403, [200, ...ALL_WRITERS]),
  'POST /deployments/options/new': page(403, [422, ...ALL_WRITERS]),
  'GET /deployments/options/:id': one(page(404, [200, ...WRITERS, ...READERS])),
  'GET /deployments/options/:id/edit': one(page(404, [200, ...WRITERS], [403, ...READERS])),
  'POST /deployments/options/:id/edit': one(page(404, [412, ...WRITERS], [403, ...READERS])),
  'GET /deployments/options/:id/costs': one(page(404, [200, ...WRITERS], [403, ...READERS])),
  'POST /deployments/options/:id/costs': one(page(404, [412, ...WRITERS], [403, ...READERS])),
  'GET /deployments/options/:id/retire': one(page(404, [200, ...WRITERS], [403, ...READERS])),
  'POST /deployments/options/:id/retire': one(page(404, [412, ...WRITERS], [403, ...READERS])),
  'GET /api/v1/regional-options': call(403, [200, ...ALL_WRITERS, ...ALL_READERS]),
  'POST /api/v1/regional-options': { ...call(403, [422, ...ALL_WRITERS]), json: {} },
  'GET /api/v1/regional-options/:id': one(call(404, [200, ...WRITERS, ...READERS])),
  'POST /api/v1/regional-options/:id/retirement': one({
    ...call(404, [422, ...WRITERS], [403, ...READERS]),
    json: {},
  }),
  'PUT /api/v1/regional-options/:id': one({ ...call(404, [422, ...WRITERS], [403, ...READERS]), json: {} }),
};
