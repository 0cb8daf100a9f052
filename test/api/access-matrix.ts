/** Who asks, seen from one request of Tanzania that is being advised on and scored, and from a post there that is held. */
export const PERSONS = [
  'nobody', // not signed in
  'former', // signed in, but without an assignment in force
  'office',
  'coordinator',
  'acting',
  'desk',
  'appointed', // a reviewer who has not declared yet
  'reviewer', // one who has declared to be free of conflict
  'conflicted', // one who has declared a conflict
  'otherReviewer', // one of the region who is not appointed
  'chair',
  'approver',
  'team',
  'regionalOffice',
  'fund',
  'auditor',
  'administrator',
  'officeElsewhere',
  'deskElsewhere',
  'teamElsewhere',
  'adviser', // who holds the post
] as const;
export type Who = (typeof PERSONS)[number];

const RC: Who[] = ['office', 'coordinator', 'acting'];
const SIGNERS: Who[] = ['coordinator', 'acting'];
const REGION: Who[] = ['team', 'regionalOffice'];
const OHCHR: Who[] = ['desk', 'reviewer', 'chair', 'approver', 'auditor'];
/** Everybody who may know that this request exists. */
const PARTIES: Who[] = [...RC, ...REGION, ...OHCHR];
const REVIEWERS: Who[] = ['appointed', 'reviewer', 'conflicted', 'otherReviewer'];
/** Parties that do not read how the request is judged. */
const OUTSIDE: Who[] = [...RC, ...REGION];
/** Whoever reads what requests are judged by, wherever they are. */
const JUDGES: Who[] = [...OHCHR, ...REVIEWERS, 'regionalOffice', 'deskElsewhere', 'administrator'];
/** Whoever follows posts, wherever they are. */
const FOLLOWERS: Who[] = [
  ...RC,
  ...REGION,
  'fund',
  'officeElsewhere',
  'deskElsewhere',
  'teamElsewhere',
  'desk',
  'chair',
  'approver',
  'auditor',
  'adviser',
];
/** Whoever reads of the post how it was judged, and what is for OHCHR alone. */
const OF_POST_OHCHR: Who[] = ['desk', 'chair', 'approver', 'auditor'];
/** Everybody who may know that this post exists. */
const HOLDERS: Who[] = [...RC, ...REGION, ...OF_POST_OHCHR, 'fund', 'adviser'];
const OFFICES: Who[] = [...RC, 'officeElsewhere'];
const except = (from: readonly Who[], ...without: Who[]): Who[] => from.filter((who) => !without.includes(who));

/** What is sent and what each person is answered; whoever is not named gets `others`. */
export interface Cell {
  /** What stands for the parameters of the address, where it is not the request itself. */
  with?: Record<string, string>;
  query?: string;
  /** The body of a call of the API; a form of a page carries the revision that is current, and nothing else. */
  json?: object;
  nobody: number;
  others: number;
  named?: [status: number, ...who: Who[]][];
}
type Named = [number, ...Who[]][];

/** A page: whoever is not signed in is sent to sign in. */
const page = (others: number, ...named: Named): Cell => ({ nobody: 303, others, named });
/** A call of the API: whoever has no token is told so. */
const call = (others: number, ...named: Named): Cell => ({ nobody: 401, others, named });
/** Open to everybody, signed in or not. */
const open = (status = 200): Cell => ({ nobody: status, others: status });
/** Goes to the page that shows it instead: what is asked for is not to be done now. */
const SENT_ON = 303;

/**
 * That a page exists is no secret: who cannot use it is told whose it is (403). Only a case, a version or a document that a
 * person may not know of is not there for them (404).
 *
 * Every way into the product with what everybody is answered there. A route without a row here fails the test.
 */
export const MATRIX: Record<string, Cell | Cell[]> = {
  // Open to everybody.
  'GET /sign-in': open(),
  'POST /sign-in': open(422),
  'GET /sign-in/provider': open(404),
  'GET /sign-in/return': open(422),
  'POST /sign-out': open(303),
  'GET /guidance': open(),
  'GET /guidance/criteria': open(),
  'GET /guidance/scoring': open(),
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
  'GET /assets/*': open(404),
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /metrics': open(),
  'GET /api': open(),
  'GET /api/': open(),
  'GET /api/openapi.json': open(),
  'GET /api/openapi.yaml': open(),
  'GET /api/swagger-ui-init.js': open(),
  // Files that come with the browsable page and are of no use.
  'GET /api/*': call(404),
  'GET /api/LICENSE': call(404),
  'GET /api/index.html': call(200),
  'GET /api/api/swagger-ui-init.js': call(200),

  // Everybody's own.
  'GET /': page(200),
  'GET /requests': page(200),
  'GET /requests/new': page(403, [200, ...OFFICES]),
  'POST /requests/new': page(403, [422, ...OFFICES]),
  'GET /reviews': page(403, [200, ...REVIEWERS]),
  'GET /advice': page(403, [200, ...REGION, 'teamElsewhere']),
  'GET /deployments': page(200),
  'GET /deployments/table': [page(200), { ...page(200), query: '?format=csv' }],
  'GET /deployments/board': page(200),
  'GET /deployments/timeline': page(200),
  'GET /deployments/map': page(200),
  'GET /deployments/workload': page(200),
  'GET /deployments/calendar': page(200),
  'GET /deployments/gaps': page(200),
  'GET /deployments/views': page(200),
  'POST /deployments/views': page(422),
  'POST /deployments/views/:id/remove': page(404),
  'GET /deployments/calendar/feeds': page(200),
  'POST /deployments/calendar/feeds': page(403, [201, ...FOLLOWERS]),
  'POST /deployments/calendar/feeds/:id/withdraw': page(404),
  // The secret in the address says who reads.
  'GET /calendar/:file': { ...open(404), with: { file: 'nothing.ics' } },
  'GET /api/v1/deployments': call(200),
  'GET /api/v1/deployments/gaps': call(200),
  'GET /presences': page(200),
  'GET /deployments/reconciliation': page(403, [200, 'desk', 'deskElsewhere', 'auditor']),
  'POST /deployments/reconciliation': page(403, [404, 'desk', 'deskElsewhere']),
  'GET /api/v1/presences': [call(200), { ...call(422), query: '?on=yesterday' }],
  'GET /api/v1/presences.docx': call(200),
  'GET /api/v1/me': call(200),
  'GET /api/v1/todos': call(200),
  'GET /api/v1/requests': call(200),
  'POST /api/v1/requests': { ...call(403, [201, ...RC], [422, 'officeElsewhere']), json: { open: true } },

  // Reading the request: its parties, and nobody else.
  'GET /requests/:ref': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/full': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/documents': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/messages': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/history': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/versions': page(404, [200, ...PARTIES]),
  'GET /requests/:ref/versions/:number': [page(404, [200, ...PARTIES]), { ...page(404), with: { number: '2' } }],
  'GET /requests/:ref/versions/:number/changes': [page(404), { ...page(404, [200, ...PARTIES]), query: '?since=1' }],
  'GET /requests/:ref/letter': page(404),
  'GET /requests/:ref/letter.pdf': page(404),
  'GET /requests/:ref/documents/:id': [
    page(404, [200, ...PARTIES]),
    { ...page(404, [200, ...except(PARTIES, ...REGION)]), with: { id: 'risk' } },
    { ...page(404), with: { id: 'none' } },
  ],
  'GET /api/v1/requests/:ref': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/actions': call(404, [200, ...PARTIES, 'appointed']),
  'GET /api/v1/requests/:ref/timeline': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/versions': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/versions/:number': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/files': call(404, [200, ...PARTIES]),
  'GET /api/v1/requests/:ref/files/:id': [
    call(404, [200, ...PARTIES]),
    { ...call(404, [200, ...except(PARTIES, ...REGION)]), with: { id: 'risk' } },
    { ...call(404), with: { id: 'none' } },
  ],
  'GET /api/v1/requests/:ref/letter': call(404),
  'GET /api/v1/requests/:ref/assessment': call(404, [200, ...OHCHR], [403, ...RC, ...REGION]),
  'GET /api/v1/requests/:ref/reviewers': call(404, [200, 'desk'], [403, ...except(PARTIES, 'desk')]),

  // The office's own pages: at this step they lead to the request.
  'GET /requests/:ref/details': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/sections/:number': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/check': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/submit': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/submitted': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/abandon': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/offer': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/reconsideration': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/withdraw': page(404, [SENT_ON, ...except(PARTIES, ...SIGNERS)], [200, ...SIGNERS]),
  // From the approval on; before it they lead to the request.
  'GET /requests/:ref/funding': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/arrangements': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/cost-sharing': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/hosting': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/terms': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/terms/edit': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/terms/sign': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/terms.docx': page(404, [409, ...PARTIES]),
  'GET /requests/:ref/terms.pdf': page(404, [409, ...PARTIES]),
  'POST /requests/:ref/terms': page(404, [409, ...PARTIES]),
  'POST /requests/:ref/terms/edit': page(404, [409, ...PARTIES]),
  'POST /requests/:ref/terms/sign': page(404, [409, ...PARTIES]),
  'GET /api/v1/requests/:ref/terms': call(404, [409, ...PARTIES]),
  'GET /api/v1/requests/:ref/terms.docx': call(404, [409, ...PARTIES]),
  'GET /api/v1/requests/:ref/terms.pdf': call(404, [409, ...PARTIES]),
  'POST /requests/:ref/funding': page(404, [403, ...PARTIES]),
  'POST /requests/:ref/cost-sharing': page(404, [409, ...SIGNERS], [403, ...except(PARTIES, ...SIGNERS)]),
  'POST /requests/:ref/hosting': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/details': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/sections/:number': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/check': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/submit': page(404, [409, ...SIGNERS], [403, ...except(PARTIES, ...SIGNERS)]),
  'POST /requests/:ref/abandon': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/offer': page(404, [422, ...PARTIES]),
  'POST /requests/:ref/reconsideration': page(404, [409, ...SIGNERS], [403, ...except(PARTIES, ...SIGNERS)]),
  'POST /requests/:ref/withdraw': page(404, [422, ...SIGNERS], [403, ...except(PARTIES, ...SIGNERS)]),
  'POST /requests/:ref/messages': page(404, [422, ...PARTIES]),
  'PATCH /api/v1/requests/:ref': {
    ...call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    json: { title: 'Another title' },
  },
  'POST /api/v1/requests/:ref/files': {
    ...call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    json: { upload: true },
  },
  'DELETE /api/v1/requests/:ref/files/:id': call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),

  // How it is judged: OHCHR, and of the reviewers only who may see it.
  'GET /requests/:ref/screening': page(404, [200, ...OHCHR], [403, ...OUTSIDE]),
  'GET /requests/:ref/reviewers': page(404, [200, ...OHCHR], [403, ...OUTSIDE]),
  'GET /requests/:ref/reviews': page(404, [200, ...OHCHR], [403, ...OUTSIDE]),
  'GET /requests/:ref/settle': page(404, [SENT_ON, 'chair'], [403, ...except(PARTIES, 'chair')]),
  'GET /requests/:ref/recommendation': page(404, [200, ...OHCHR], [403, ...OUTSIDE]),
  'GET /decisions/:ref': page(404, [200, ...OHCHR], [403, ...OUTSIDE]),
  'GET /reviews/:ref': page(404, [200, 'reviewer'], [SENT_ON, 'appointed'], [403, ...except(PARTIES, 'reviewer')]),
  'GET /reviews/:ref/declaration': page(404, [200, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'GET /advice/:ref': page(404, [200, ...REGION], [403, ...except(PARTIES, ...REGION)]),
  'POST /requests/:ref/screening': page(404, [409, 'desk'], [403, ...except(PARTIES, 'desk')]),
  'POST /requests/:ref/reviewers': page(404, [422, 'desk'], [403, ...except(PARTIES, 'desk')]),
  'POST /requests/:ref/reviews': page(404, [409, 'desk', 'chair'], [403, ...except(PARTIES, 'desk', 'chair')]),
  'POST /requests/:ref/settle': page(404, [409, 'chair'], [403, ...except(PARTIES, 'chair')]),
  'POST /requests/:ref/recommendation': page(404, [409, 'chair'], [403, ...except(PARTIES, 'chair')]),
  'POST /decisions/:ref': page(404, [422, ...OHCHR], [403, ...OUTSIDE]),
  'POST /reviews/:ref': page(404, [SENT_ON, 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'POST /reviews/:ref/declaration': page(404, [422, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'POST /advice/:ref': page(404, [422, ...REGION], [403, ...except(PARTIES, ...REGION)]),
  'POST /api/v1/requests/:ref/events': [
    {
      ...call(404, [409, 'desk', 'chair'], [403, ...except(PARTIES, 'desk', 'chair')]),
      json: { type: 'REVEAL' },
    },
    {
      ...call(404, [422, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
      json: { type: 'DECLARE', conflict: { declared: true } },
    },
    { ...call(404, [422, ...PARTIES, 'appointed']), json: { type: 'NONSENSE' } },
  ],

  // One post: who may know of it reads its pages; each step is taken by whose it is.
  'GET /deployments/:ref': [page(404, [200, ...HOLDERS]), { ...page(404), with: { ref: 'DEP-2027-999' } }],
  'GET /deployments/:ref/history': page(404, [200, ...HOLDERS]),
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

  // Settings.
  'GET /admin/terms': page(403, [200, 'administrator']),
  'GET /admin/terms/:version': page(403, [200, 'administrator']),
  'GET /admin/terms/new': page(403, [200, 'administrator']),
  'POST /admin/terms/new': page(403, [422, 'administrator']),
  'GET /api/v1/terms-standards': call(200),
  'GET /admin/criteria': page(403, [200, 'administrator']),
  'GET /admin/criteria/:version': page(403, [200, 'administrator']),
  'GET /admin/criteria/new': page(403, [200, 'administrator']),
  'POST /admin/criteria/new': page(403, [422, 'administrator']),
  'GET /api/v1/frameworks': call(403, [200, ...JUDGES]),
  'GET /api/v1/frameworks/:version': call(403, [200, ...JUDGES]),
};
