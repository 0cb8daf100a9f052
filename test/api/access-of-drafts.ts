import { call, except, OHCHR, page, PARTIES, RC, REGION, SENT_ON, SIGNERS, type Cell } from './access-cells.js';

const NOT_WRITING = except(PARTIES, ...RC, 'auditor');

/** How a draft is written, and what it said before. */
export const DRAFTS_MATRIX: Record<string, Cell | Cell[]> = {
  // The office's own pages: at this step they lead to the request.
  'GET /requests/:ref/details': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/sections/:number': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/check': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/submit': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/submitted': page(404, [SENT_ON, ...PARTIES]),
  'GET /requests/:ref/abandon': page(404, [SENT_ON, ...PARTIES]),
  'POST /requests/:ref/details': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/sections/:number': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/check': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/submit': page(404, [409, ...SIGNERS], [403, ...except(PARTIES, ...SIGNERS)]),
  'POST /requests/:ref/abandon': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  // A draft is the office’s own, also after it was submitted.
  'GET /requests/:ref/drafts': page(404, [200, ...RC, 'auditor'], [403, ...NOT_WRITING]),
  'GET /requests/:ref/drafts/:number': [
    page(404, [200, ...RC, 'auditor'], [403, ...NOT_WRITING]),
    { ...page(404, [403, ...NOT_WRITING]), with: { number: '999' } },
  ],
  'POST /requests/:ref/drafts/:number': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /api/v1/requests/:ref/drafts': call(404, [200, ...RC, 'auditor'], [403, ...NOT_WRITING]),
  'GET /api/v1/requests/:ref/drafts/:number': call(404, [200, ...RC, 'auditor'], [403, ...NOT_WRITING]),
  // Answered to the page that saves by itself: it says so, and keeps the text.
  'POST /requests/:ref/sections/:number/autosave': {
    ...page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    nobody: 401,
  },
};
