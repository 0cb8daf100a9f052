import { call, page, PARTIES, type Cell } from './access-cells.js';

const NONE = { what: 'added', station: 'CHE', day: 'soon', name: 'A day off' };

/** Holidays of duty stations: everybody may know them, an administrator keeps them. */
export const HOLIDAY_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /admin/holidays': page(403, [200, 'administrator']),
  'GET /admin/holidays/change': {
    ...page(403, [200, 'administrator']),
    query: '?what=added&station=CHE&day=2027-03-03&name=A+day+off',
  },
  'POST /admin/holidays/preview': page(403, [422, 'administrator']),
  'POST /admin/holidays': page(403, [422, 'administrator']),
  'GET /admin/seats': page(403, [200, 'administrator']),
  'GET /admin/seats/change': { ...page(403, [200, 'administrator']), query: '?holder=arab' },
  'POST /admin/seats/preview': page(403, [422, 'administrator']),
  'POST /admin/seats': page(403, [422, 'administrator']),
  'GET /api/v1/seats': call(403, [200, 'administrator']),
  'GET /api/v1/seats/mine': call(200),
  'POST /api/v1/seats/preview': { ...call(403, [422, 'administrator']), json: { holder: 'nobody', station: 'KEN' } },
  'POST /api/v1/seats': { ...call(403, [422, 'administrator']), json: { holder: 'nobody', station: 'KEN' } },
  'GET /requests/:ref/time': page(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/time': call(404, [200, ...PARTIES]),
  'POST /requests/:ref/time': page(404, [422, ...PARTIES]),
  'GET /api/v1/holidays': call(200),
  'POST /api/v1/holidays/preview': { ...call(403, [422, 'administrator']), json: NONE },
  'POST /api/v1/holidays': { ...call(403, [422, 'administrator']), json: NONE },
};
