import { call, except, page, PARTIES, type Cell } from './access-cells.js';

const notTheirs = page(404);

/** How reviewers leave, and the register of conflicts of interest. The person is the reviewer who has not declared yet. */
export const CONFLICTS_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /reviews/:ref/decline': page(404, [200, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'POST /reviews/:ref/decline': page(404, [422, 'appointed', 'reviewer'], [403, ...except(PARTIES, 'reviewer')]),
  'GET /requests/:ref/reviewers/:person/release': page(404, [200, 'desk'], [403, ...except(PARTIES, 'desk')]),
  'POST /requests/:ref/reviewers/:person/release': page(404, [422, 'desk'], [403, ...except(PARTIES, 'desk')]),
  'GET /requests/:ref/reviewers/:person/conflict': page(404, [200, 'chair'], [403, ...except(PARTIES, 'chair')]),
  'POST /requests/:ref/reviewers/:person/conflict': page(404, [422, 'chair'], [403, ...except(PARTIES, 'chair')]),
  'GET /api/v1/requests/:ref/reviewer-suggestions': call(404, [200, 'desk'], [403, ...except(PARTIES, 'desk')]),
  'GET /conflicts': page(200),
  'POST /conflicts': page(422),
  'GET /conflicts/:person': page(404, [200, 'appointed', 'administrator']),
  'POST /conflicts/:person': page(404, [422, 'appointed', 'administrator']),
  'POST /conflicts/:person/:id/end': notTheirs,
  'GET /working-languages': page(200),
  'POST /working-languages': page(422),
  'GET /working-languages/:person': page(404, [200, 'appointed', 'administrator']),
  'POST /working-languages/:person': page(404, [422, 'appointed', 'administrator']),
  'GET /api/v1/people/:person/languages': call(404, [200, 'appointed', 'administrator']),
  'PUT /api/v1/people/:person/languages': { ...call(404, [422, 'appointed', 'administrator']), json: {} },
  'GET /api/v1/people/:person/conflicts': call(404, [200, 'appointed', 'administrator']),
  'POST /api/v1/people/:person/conflicts': { ...call(404, [422, 'appointed', 'administrator']), json: {} },
  'DELETE /api/v1/people/:person/conflicts/:id': call(404),
};
