import { ApiBody, ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';

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

/** A body that is one of several steps, each with what it says. */
export const stepsOf = (all: Record<string, new () => object>) => ({
  body: ApiBody({
    schema: {
      oneOf: Object.entries(all).map(([type, shape]) => ({
        title: type,
        allOf: [
          {
            type: 'object' as const,
            required: ['type'],
            properties: { type: { type: 'string' as const, enum: [type] } },
          },
          { $ref: getSchemaPath(shape) },
        ],
      })),
    },
  }),
  models: ApiExtraModels(...new Set(Object.values(all))),
});
