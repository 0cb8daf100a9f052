import { call, page, type Cell } from './access-cells.js';
import { NOTICES_MATRIX } from './access-of-notices.js';

const nowhere = { id: '00000000-0000-7000-8000-000000000000' };

/** What whoever runs the system sees of the delivery of mail. */
export const DELIVERY_MATRIX: Record<string, Cell | Cell[]> = {
  ...NOTICES_MATRIX,
  'GET /admin/delivery': page(403, [200, 'administrator']),
  'POST /admin/delivery/parked': page(403, [404, 'administrator']),
  'GET /admin/delivery/holds/:id': { ...page(403, [404, 'administrator']), with: nowhere },
  'POST /admin/delivery/holds/:id': { ...page(403, [404, 'administrator']), with: nowhere },
  'GET /api/v1/delivery': call(403, [200, 'administrator']),
  'GET /api/v1/delivery/parked': call(403, [200, 'administrator']),
  'POST /api/v1/delivery/replays': { ...call(403, [404, 'administrator']), json: { mails: [nowhere.id] } },
  'POST /api/v1/delivery/holds/:id': {
    ...call(403, [404, 'administrator']),
    with: nowhere,
    json: { decision: 'drop' },
  },
};
