import { call, OHCHR, open, page, PARTIES, RC, REGION, SENT_ON, type Cell, type Who } from './access-cells.js';

const DELEGATING: Who[] = ['approver', 'coordinator', 'officeElsewhere'];

/** What the offices that write a request have among themselves. At this step the request is not with them. */
export const TOGETHER_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /guidance/working-together': open(),
  // One office signs this one.
  'GET /requests/:ref/signatures': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/signatures': page(404, [422, ...PARTIES]),
  'GET /requests/:ref/signatures/documents': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/signatures/documents': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /requests/:ref/comments': page(404, [200, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/comments': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /api/v1/requests/:ref/comments': call(404, [200, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /api/v1/requests/:ref/comments': {
    ...call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    json: { question: 'sections.context', text: 'Is this still so?' },
  },
  'PUT /api/v1/requests/:ref/comments/:id/resolution': call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  // What somebody lets another do for them.
  'GET /admin/coordinators': page(403, [200, 'administrator']),
  'POST /admin/coordinators': page(403, [422, 'administrator']),
  'GET /api/v1/coordinators': call(403, [200, 'administrator']),
  'POST /api/v1/coordinators': {
    ...call(403, [422, 'administrator']),
    json: { term: 'none', email: 'nobody@example.org', from: '2027-03-01' },
  },
  'DELETE /api/v1/coordinators/:id': { ...call(403, [404, 'administrator']), with: { id: 'none' } },
  'GET /delegation': page(403, [200, ...DELEGATING]),
  'POST /delegation': page(403, [422, ...DELEGATING]),
  'GET /api/v1/delegations': call(403, [200, ...DELEGATING]),
  'POST /api/v1/delegations': {
    ...call(403, [422, ...DELEGATING]),
    json: { to: 'nobody', from: '2027-03-01', until: '2027-03-02' },
  },
  'DELETE /api/v1/delegations/:id': call(403, [404, ...DELEGATING]),
};
