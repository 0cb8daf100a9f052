import { open, type Cell } from './access-cells.js';

/** What is open to whoever holds a link. */
export const LINKS_MATRIX: Record<string, Cell | Cell[]> = {
  // Whoever has the link; nobody else learns more than that it is not known.
  'GET /consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'POST /consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'GET /consulted/:token/documents/:id': { ...open(404), with: { token: 'nothing', id: 'none' } },
  'GET /api/v1/consulted/:token': { ...open(404), with: { token: 'nothing' } },
  'POST /api/v1/consulted/:token/reading': { ...open(404), with: { token: 'nothing' } },
  'POST /api/v1/consulted/:token/answer': { ...open(404), with: { token: 'nothing' } },
  'GET /api/v1/consulted/:token/documents/:id': { ...open(404), with: { token: 'nothing', id: 'none' } },
};
