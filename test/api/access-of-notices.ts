import { call, open, page, type Cell } from './access-cells.js';

const nowhere = { id: '01990000-0000-7000-8000-00000000dead' };
const settings = {
  choices: { posts: 'never' },
  quiet: null,
  zone: 'UTC',
  weeklyOn: 1,
  plain: false,
  language: 'en',
  follows: { regions: [], countries: [], states: [] },
  version: 0,
};

/** What people are told: the rules for administrators, and everybody’s own. */
export const NOTICES_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /notices/rules': page(403, [200, 'administrator']),
  'GET /api/v1/notices/rules': call(403, [200, 'administrator']),
  'GET /notices': page(200),
  'GET /notices/:id': { ...page(404), with: nowhere },
  'POST /notices/read': page(404),
  'POST /notices/:id/read': { ...page(404), with: nowhere },
  'GET /account/notices': page(200),
  'POST /account/notices': page(422),
  'GET /account/away': page(200),
  'POST /account/away': page(422),
  'GET /admin/away': page(403, [200, 'administrator']),
  'POST /admin/away': page(403, [422, 'administrator']),
  'GET /api/v1/absences': call(200),
  'GET /api/v1/absences/all': call(403, [200, 'administrator']),
  'POST /api/v1/absences': { ...call(422), json: { from: 'soon', until: 'later' } },
  'DELETE /api/v1/absences/:id': { ...call(404), with: nowhere },
  // The link of a mail says whose mails it ends.
  'GET /unsubscribe/:token': { ...open(404), with: { token: 'nothing.signed' } },
  'POST /unsubscribe/:token': { ...open(404), with: { token: 'nothing.signed' } },
  'GET /api/v1/notices': call(200),
  'POST /api/v1/notices/read': { ...call(404), json: { upTo: 'none' } },
  'POST /api/v1/notices/:id/read': { ...call(404), with: nowhere },
  'GET /api/v1/notices/settings': call(200),
  'PUT /api/v1/notices/settings': { ...call(422), json: settings },
};
