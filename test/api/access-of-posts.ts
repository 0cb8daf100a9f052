import { RC, OF_POST_OHCHR, HOLDERS, except, page, call, type Cell } from './access-cells.js';

/** The ways into a post that is held, with what everybody is answered there. */
export const POST_MATRIX: Record<string, Cell | Cell[]> = {
  // One post: who may know of it reads its pages; each step is taken by whose it is.
  'GET /deployments/:ref': [page(404, [200, ...HOLDERS]), { ...page(404), with: { ref: 'DEP-2027-999' } }],
  'GET /deployments/:ref/history': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/time': page(404, [200, ...HOLDERS]),
  'GET /api/v1/deployments/:ref/time': call(404, [200, ...HOLDERS]),
  'POST /deployments/:ref/time': page(404, [422, ...HOLDERS]),
  'GET /deployments/:ref/work-plan': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/work-plan/edit': page(404, [200, 'adviser'], [403, ...except(HOLDERS, 'adviser')]),
  'POST /deployments/:ref/work-plan/edit': page(404, [422, 'adviser'], [403, ...except(HOLDERS, 'adviser')]),
  'GET /deployments/:ref/reports': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/reports/new': page(404, [200, 'adviser'], [403, ...except(HOLDERS, 'adviser')]),
  'POST /deployments/:ref/reports/new': page(404, [422, 'adviser'], [403, ...except(HOLDERS, 'adviser')]),
  'GET /deployments/:ref/reports/:id': [
    page(404, [200, ...HOLDERS]),
    { ...page(404, [200, ...OF_POST_OHCHR, 'adviser']), query: '?for=ohchr' },
    { ...page(404, [200, ...OF_POST_OHCHR, 'adviser', 'fund']), query: '?for=fund' },
    { ...page(404, [422, ...HOLDERS]), query: '?for=everybody' },
    { ...page(404), with: { id: 'none' } },
  ],
  'GET /deployments/:ref/reports/:id.docx': [
    page(404, [200, ...HOLDERS]),
    { ...page(404, [200, ...OF_POST_OHCHR, 'adviser']), query: '?for=ohchr' },
  ],
  'GET /deployments/:ref/recruitment': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/review': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/renewal': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/exit': page(404, [200, ...HOLDERS]),
  'POST /deployments/:ref/exit': page(404, [409, ...RC, 'adviser'], [403, ...except(HOLDERS, ...RC, 'adviser')]),
  // The pack is put together when the handover begins.
  'GET /deployments/:ref/handover': page(404, [409, ...HOLDERS]),
  'GET /deployments/:ref/handover.docx': page(404, [409, ...HOLDERS]),
  // This post was opened without terms of reference.
  'GET /deployments/:ref/terms': page(404),
  'GET /deployments/:ref/terms.docx': page(404),
  'GET /deployments/:ref/terms.pdf': page(404),
  'GET /deployments/:ref/thread': page(404, [200, ...HOLDERS]),
  'GET /deployments/:ref/notes': page(
    404,
    [200, ...OF_POST_OHCHR, 'adviser'],
    [403, ...except(HOLDERS, ...OF_POST_OHCHR, 'adviser')],
  ),
  'GET /deployments/:ref/events/:step': [
    { ...page(404, [200, 'adviser'], [403, ...except(HOLDERS, 'adviser')]), with: { step: 'note' } },
    { ...page(404, [200, 'desk'], [403, ...except(HOLDERS, 'desk')]), with: { step: 'add-report' } },
    { ...page(404), with: { step: 'nothing' } },
  ],
  'POST /deployments/:ref/events/:step': [
    { ...page(404, [422, 'adviser'], [403, ...except(HOLDERS, 'adviser')]), with: { step: 'note' } },
    { ...page(404), with: { step: 'nothing' } },
  ],
  'GET /api/v1/deployments/:ref': call(404, [200, ...HOLDERS]),
  'GET /api/v1/deployments/:ref/actions': call(404, [200, ...HOLDERS]),
  'GET /api/v1/deployments/:ref/timeline': call(404, [200, ...HOLDERS]),
  'GET /api/v1/deployments/:ref/thread': call(404, [200, ...HOLDERS]),
  'POST /api/v1/deployments/:ref/events': [
    {
      ...call(404, [422, 'adviser'], [403, ...except(HOLDERS, 'adviser')]),
      json: { type: 'NOTE_TO_OHCHR', text: ' ' },
    },
    { ...call(404, [422, ...HOLDERS]), json: { type: 'NONSENSE' } },
  ],
  'GET /api/v1/deployments/:ref/reports/:id': [
    call(404, [200, ...HOLDERS]),
    { ...call(404, [200, ...OF_POST_OHCHR, 'adviser']), query: '?for=ohchr' },
    { ...call(404), with: { id: 'none' } },
  ],
  'GET /api/v1/deployments/:ref/reports/:id.docx': call(404, [200, ...HOLDERS]),
};
