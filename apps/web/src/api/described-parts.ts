import { ApiHeader, ApiResponse } from '@nestjs/swagger';

/** An answer that says what went wrong. */
export const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** An answer of one of the shapes that the API describes. */
export const ok = (description: string, schema: string, status = 200) =>
  ApiResponse({
    status,
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  });

/** The key that makes a second sending harmless. */
export const once = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key and body give the same answer, done once',
});
