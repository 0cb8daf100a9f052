import { call, OHCHR, page, PARTIES, RC, REGION, type Cell } from './access-cells.js';

/** What is known of a country, and earlier texts. */
export const KNOWN_MATRIX: Record<string, Cell | Cell[]> = {
  // What is known of a country is nobody’s secret; its days are entered by those who serve it.
  'GET /countries/:code': { ...page(200), with: { code: 'TZA' } },
  'POST /countries/:code/dates': { ...page(403, [422, ...RC, 'desk', 'administrator']), with: { code: 'TZA' } },
  'GET /requests/:ref/known': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/known': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /api/v1/requests/:ref/standing': call(404, [200, ...PARTIES]),
  'GET /api/v1/countries/:code': { ...call(200), with: { code: 'TZA' } },
  'POST /api/v1/countries/:code/dates': {
    ...call(403, [422, ...RC, 'desk', 'administrator']),
    with: { code: 'TZA' },
    json: { kind: 'treatyBody', title: '', from: '2027-01-01', source: 'y' },
  },
  'DELETE /api/v1/countries/:code/dates/:id': {
    ...call(403, [200, ...RC, 'desk', 'administrator']),
    with: { code: 'TZA' },
  },
  // Only what is over is begun from: this one runs.
  'GET /requests/:ref/copy': { ...page(404, [409, ...PARTIES]), query: '?as=again' },
  'POST /requests/:ref/copy': page(404, [409, ...PARTIES]),
  'GET /requests/:ref/since': page(404),
  'POST /api/v1/requests/:ref/copies': { ...call(404, [409, ...PARTIES]), json: { as: 'again' } },
};
