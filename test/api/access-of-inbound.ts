import { call, except, HOLDERS, open, page, PARTIES, RC, SENT_ON, type Cell, type Who } from './access-cells.js';

const nowhere = { id: '00000000-0000-7000-8000-000000000000' };
const NUDGERS: Who[] = [...RC, 'desk', 'chair', 'approver', 'reviewer', 'regionalOffice', 'team'];
const file = { ...nowhere, number: '0' };

/** Mails that come in, and what becomes of those that go out. */
export const INBOUND_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /admin/inbound': page(403, [200, 'administrator']),
  'GET /admin/inbound/:id': { ...page(403, [404, 'administrator']), with: nowhere },
  'GET /admin/inbound/:id/source': { ...page(403, [404, 'administrator']), with: nowhere },
  'POST /admin/inbound/:id': { ...page(403, [404, 'administrator']), with: nowhere },
  'GET /api/v1/inbound': call(403, [200, 'administrator']),
  'GET /api/v1/inbound/:id': { ...call(403, [404, 'administrator']), with: nowhere },
  'POST /api/v1/inbound/:id/placing': { ...call(403, [404, 'administrator']), with: nowhere, json: {} },
  'POST /api/v1/inbound/:id/dismissal': { ...call(403, [404, 'administrator']), with: nowhere, json: {} },
  'GET /requests/:ref/replies': page(404, [200, ...PARTIES]),
  'GET /deployments/:ref/replies': page(404, [200, ...HOLDERS]),
  'GET /received/:tag': { ...open(404), with: { tag: 'nothing' } },
  'POST /received/:tag': { ...open(404), with: { tag: 'nothing' } },
  'GET /replies/:id/files/:number': { ...page(404), with: file },
  'GET /api/v1/requests/:ref/replies': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/mails': call(404, [200, ...PARTIES]),
  'GET /api/v1/deployments/:ref/replies': call(404, [200, ...HOLDERS]),
  'GET /requests/:ref/letter.docx': page(404),
  'GET /requests/:ref/nudge': page(404, [200, ...NUDGERS], [403, ...except(PARTIES, ...NUDGERS)]),
  'POST /requests/:ref/nudge': page(404, [422, ...NUDGERS], [403, ...except(PARTIES, ...NUDGERS)]),
  'GET /requests/:ref/send-letter-again': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/send-letter-again': page(
    404,
    [409, 'approver', 'desk'],
    [403, ...except(PARTIES, 'approver', 'desk')],
  ),
};
