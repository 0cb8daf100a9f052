import { CRITERIA } from '#domain';

/** What the API takes and gives, as JSON Schema. Whatever is not named beside it may come too. */
export type Schema = Record<string, unknown>;

export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'integer' };
export const yes: Schema = { type: 'boolean' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const day: Schema = { type: 'string', format: 'date' };
export const ref: Schema = { type: 'string', examples: ['HRA-2027-001'] };
export const revision: Schema = {
  type: 'integer',
  minimum: 1,
  description: 'The number of the last step; also the ETag',
};
export const choice = (choices: readonly string[]): Schema => ({ type: 'string', enum: choices });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const maybe = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});
/** An object with everything in it. */
export const whole = (properties: Record<string, Schema>, more: Schema = {}): Schema =>
  object(properties, { required: Object.keys(properties), ...more });
export const texts = (keys: readonly string[]): Schema => object(Object.fromEntries(keys.map((k) => [k, text])));
export const byCriterion = (schema: Schema): Schema => object(Object.fromEntries(CRITERIA.map((c) => [c, schema])));
export const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const page = (items: Schema): Schema => whole({ items: list(items) });
