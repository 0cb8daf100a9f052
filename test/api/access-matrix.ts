import {
  RC,
  SIGNERS,
  REGION,
  OHCHR,
  PARTIES,
  REVIEWERS,
  OUTSIDE,
  JUDGES,
  OFFICES,
  except,
  page,
  call,
  open,
  SENT_ON,
  type Cell,
} from './access-cells.js';
import { CONFLICTS_MATRIX } from './access-of-conflicts.js';
import { KNOWN_MATRIX } from './access-of-known.js';
import { EXAMPLES_MATRIX } from './access-of-examples.js';
import { LINKS_MATRIX } from './access-of-links.js';
import { DRAFTS_MATRIX } from './access-of-drafts.js';
import { OPTIONS_MATRIX } from './access-of-options.js';
import { ENDORSING_MATRIX } from './access-of-endorsing.js';
import { GUIDANCE_MATRIX } from './access-of-guidance.js';
import { TOGETHER_MATRIX } from './access-of-together.js';
import { WEBHOOKS_MATRIX } from './access-of-webhooks.js';
import { DELIVERY_MATRIX } from './access-of-delivery.js';
import { PANEL_DATE_MATRIX } from './access-of-panel-date.js';
import { INBOUND_MATRIX } from './access-of-inbound.js';
import { PANEL_MATRIX } from './access-of-panel.js';
import { POST_MATRIX } from './access-of-posts.js';

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
  // Without a region it is everybody's own.
  'POST /deployments/calendar/feeds': page(201, [403, 'former']),
  'POST /deployments/calendar/feeds/:id/withdraw': page(404),
  // The secret in the address says who reads.
  'GET /calendar/:file': { ...open(404), with: { file: 'nothing.ics' } },
  'GET /api/v1/deployments': call(200),
  'GET /api/v1/deployments/gaps': call(200),
  'GET /presences': page(200),
  'GET /deployments/reconciliation': page(403, [200, 'desk', 'deskElsewhere', 'auditor']),
  // Of a contradiction about Tanzania: the desk officer of another region reads it, and does not settle it.
  'POST /deployments/reconciliation': [
    page(403, [404, 'desk', 'deskElsewhere']),
    // Whoever is not signed in is asked to, and keeps what they typed.
    { ...page(403, [422, 'desk']), nobody: 401, form: { key: 'sources TZA 2013' } },
  ],
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
  'GET /requests/:ref/letter/correct': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/letter/correct': page(404, [409, 'approver'], [403, ...except(PARTIES, 'approver')]),
  'GET /requests/:ref/reopen': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/reopen': page(404, [409, 'approver'], [403, ...except(PARTIES, 'approver')]),
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
  'POST /api/v1/requests/:ref/letter/preview': {
    ...call(404, [409, 'approver'], [403, ...except(PARTIES, 'approver')]),
    json: { type: 'APPROVE', reasons: 'Yes.' },
  },
  'GET /api/v1/requests/:ref/assessment': call(404, [200, ...OHCHR], [403, ...RC, ...REGION]),
  'GET /api/v1/requests/:ref/reviewers': call(404, [200, 'desk'], [403, ...except(PARTIES, 'desk')]),

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

  // Its form in Word: who writes it, while it is written. This one is with others.
  'GET /requests/:ref/form': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /requests/:ref/form.docx': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/form': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /requests/:ref/form/accept': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/form/accept': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /api/v1/requests/:ref/form.docx': call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'PUT /api/v1/requests/:ref/form': {
    ...call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    json: { upload: true },
  },
  'GET /api/v1/requests/:ref/check': call(404, [200, ...PARTIES]),

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
  'GET /requests/:ref/score/form': page(
    404,
    [200, 'reviewer'],
    [409, 'appointed'],
    [403, ...except(PARTIES, 'reviewer')],
  ),
  'GET /reviews/:ref/form': page(404, [200, 'reviewer'], [SENT_ON, 'appointed'], [403, ...except(PARTIES, 'reviewer')]),
  'POST /reviews/:ref/form': page(404, [422, 'reviewer'], [409, 'appointed'], [403, ...except(PARTIES, 'reviewer')]),
  'POST /reviews/:ref/notes': page(404, [SENT_ON, 'reviewer', 'appointed'], [403, ...except(PARTIES, 'reviewer')]),
  'GET /api/v1/requests/:ref/score-form': call(
    404,
    [200, 'reviewer'],
    [409, 'appointed'],
    [403, ...except(PARTIES, 'reviewer')],
  ),
  'PUT /api/v1/requests/:ref/score-form': {
    ...call(404, [422, 'reviewer'], [409, 'appointed'], [403, ...except(PARTIES, 'reviewer')]),
    json: { upload: true },
  },
  'GET /api/v1/requests/:ref/review-notes': call(404, [200, 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'PUT /api/v1/requests/:ref/review-notes': {
    ...call(404, [200, 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
    json: { text: 'Look at annex B again.' },
  },
  'POST /reviews/:ref/declaration': page(404, [422, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'GET /requests/:ref/consultation': page(404, [200, ...OHCHR, ...REGION], [403, ...RC]),
  'POST /requests/:ref/consultation': page(404, [422, ...OHCHR, ...REGION], [403, ...RC]),
  'GET /api/v1/requests/:ref/consultation': call(404, [200, ...OHCHR, ...REGION], [403, ...RC]),
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

  ...POST_MATRIX,

  ...OPTIONS_MATRIX,
  ...EXAMPLES_MATRIX,
  ...CONFLICTS_MATRIX,
  ...KNOWN_MATRIX,
  ...TOGETHER_MATRIX,
  ...DRAFTS_MATRIX,
  ...ENDORSING_MATRIX,
  ...GUIDANCE_MATRIX,

  ...PANEL_MATRIX,
  ...PANEL_DATE_MATRIX,
  ...DELIVERY_MATRIX,
  ...WEBHOOKS_MATRIX,
  ...INBOUND_MATRIX,
  ...LINKS_MATRIX,

  // Settings.
  'GET /admin/terms': page(403, [200, 'administrator']),
  'GET /admin/terms/:version': page(403, [200, 'administrator']),
  'GET /admin/terms/new': page(403, [200, 'administrator']),
  'POST /admin/terms/new': page(403, [422, 'administrator']),
  'GET /api/v1/terms-standards': call(200),
  'GET /decisions': page(403, [200, 'desk', 'deskElsewhere', 'chair', 'approver', 'auditor']),
  'GET /api/v1/decisions': call(403, [200, 'desk', 'deskElsewhere', 'chair', 'approver', 'auditor']),
  'GET /admin/letters': page(403, [200, 'administrator']),
  'GET /admin/letters/:kind/:language': page(403, [404, 'administrator']),
  'GET /admin/letters/:kind/:language/new': page(403, [404, 'administrator']),
  'GET /admin/letters/:kind/:language/:version': page(403, [404, 'administrator']),
  'POST /admin/letters/:kind/:language/new': page(403, [404, 'administrator']),
  'GET /api/v1/letter-templates': call(403, [
    200,
    'desk',
    'deskElsewhere',
    'chair',
    'approver',
    'auditor',
    'administrator',
  ]),
  'POST /api/v1/letter-templates': [{ ...call(403, [422, 'administrator']), json: {} }],
  'GET /admin/criteria': page(403, [200, 'administrator']),
  'GET /admin/criteria/:version': page(403, [200, 'administrator']),
  'GET /admin/criteria/new': page(403, [200, 'administrator']),
  'POST /admin/criteria/new': page(403, [422, 'administrator']),
  'GET /api/v1/frameworks': call(403, [200, ...JUDGES]),
  'GET /api/v1/frameworks/:version': call(403, [200, ...JUDGES]),
};
