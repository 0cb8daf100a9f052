import { open, type Cell } from './access-cells.js';

/** What everybody may read before they ask for anything. */
export const GUIDANCE_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /guidance': open(),
  'GET /guidance/criteria': open(),
  'GET /guidance/endorsements': open(),
  'GET /guidance/scoring': open(),
  'GET /guidance/consultation': open(),
  'GET /guidance/panel': open(),
  'GET /guidance/decisions': open(),
  'GET /guidance/arrangements': open(),
  'GET /guidance/terms-of-reference': open(),
  'GET /guidance/posts': open(),
  'GET /guidance/gaps': open(),
  'GET /guidance/presences': open(),
  'GET /guidance/advisers': open(),
  'GET /guidance/times': open(),
  'GET /accessibility': open(),
  'GET /privacy': open(),
  'GET /help': open(),
};
