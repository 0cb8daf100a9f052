import { call, page, type Cell } from './access-cells.js';

const nowhere = { id: '00000000-0000-7000-8000-000000000000' };
const at = (cell: Cell): Cell => ({ ...cell, with: nowhere });

/** Programs that are told of steps: everybody has their own, and none of anybody else. */
export const WEBHOOKS_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /webhooks': page(200),
  'POST /webhooks': page(422),
  'GET /webhooks/:id': at(page(404)),
  'POST /webhooks/:id': at(page(404)),
  'POST /webhooks/:id/replays': at(page(404)),
  'GET /api/v1/webhooks': call(200),
  'POST /api/v1/webhooks': { ...call(422), json: { name: 'Board', url: 'http://example.org', types: [] } },
  'GET /api/v1/webhooks/:id': at(call(404)),
  'DELETE /api/v1/webhooks/:id': at(call(404)),
  'POST /api/v1/webhooks/:id/state': at({ ...call(404), json: { on: true } }),
  'GET /api/v1/webhooks/:id/deliveries': at(call(404)),
  'POST /api/v1/webhooks/:id/replays': at({ ...call(404), json: { from: '2027-01-01' } }),
};
