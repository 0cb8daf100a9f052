import { REFERENCE_ENTITIES } from './reference/reference-entities.js';

/** Every table of the product. */
export const ENTITIES = [...REFERENCE_ENTITIES];
