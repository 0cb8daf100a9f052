import { call, open, page, type Cell } from './access-cells.js';

/** What is open to whoever holds a link, and who acts for whom. */
export const LINKS_MATRIX: Record<string, Cell | Cell[]> = {
  // Whoever has the link; nobody else learns more than that it is not known.
  'GET /consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'POST /consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'GET /consulted/:token/documents/:id': { ...open(404), with: { token: 'nothing', id: 'none' } },
  'GET /api/v1/consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'POST /api/v1/consulted/:token/reading': { ...open(404), with: { token: 'nothing' } },
  'POST /api/v1/consulted/:token/answer': { ...open(404), with: { token: 'nothing' } },
  'GET /api/v1/consulted/:token/documents/:id': { ...open(404), with: { token: 'nothing', id: 'none' } },

  'GET /delegation': page(403, [200, 'approver']),
  'POST /delegation': page(403, [422, 'approver']),
  'GET /api/v1/delegations': call(403, [200, 'approver']),
  'POST /api/v1/delegations': { ...call(403, [422, 'approver']), json: { to: 'nobody', from: '', until: '' } },
  'DELETE /api/v1/delegations/:id': { ...call(403, [404, 'approver']), with: { id: 'none' } },
};
