import { call, OHCHR, page, RC, REGION, type Cell } from './access-cells.js';

/** What the offices that write a request have among themselves. At this step the request is not with them. */
export const TOGETHER_MATRIX: Record<string, Cell | Cell[]> = {
  'GET /requests/:ref/comments': page(404, [200, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /requests/:ref/comments': page(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
  'GET /api/v1/requests/:ref/comments': call(404, [200, ...RC], [403, ...REGION, ...OHCHR]),
  'POST /api/v1/requests/:ref/comments': {
    ...call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
    json: { question: 'sections.context', text: 'Is this still so?' },
  },
  'PUT /api/v1/requests/:ref/comments/:id/resolution': call(404, [409, ...RC], [403, ...REGION, ...OHCHR]),
};
