import { call, except, open, page, PARTIES, RC, type Cell } from './access-cells.js';

/** Heads of agency who are asked to endorse a request. At this step it is submitted: its table is read, and nobody is asked any more. */
export const ENDORSING_MATRIX: Record<string, Cell | Cell[]> = {
  // Whoever has the link; nobody else learns more than that it is not known.
  'GET /endorse/:token': { ...open(404), with: { token: 'nothing' } },
  'POST /endorse/:token': { ...open(404), with: { token: 'nothing' } },
  'GET /endorse/:token/documents/:id': { ...open(404), with: { token: 'nothing', id: 'none' } },
  'GET /requests/:ref/endorsements': page(404, [200, ...PARTIES]),
  'POST /requests/:ref/endorsements': {
    ...page(404, [409, ...RC], [403, ...except(PARTIES, ...RC)]),
    form: { do: 'again', endorsers: 'endorser:1' },
  },
  'GET /api/v1/requests/:ref/endorsements': call(404, [200, ...PARTIES]),
  'POST /api/v1/requests/:ref/endorsements': {
    ...call(404, [409, ...RC], [403, ...except(PARTIES, ...RC)]),
    json: { endorsers: [{ agency: 'UNDP', name: 'A', title: 'Representative', email: 'a@undp.example' }] },
  },
};
