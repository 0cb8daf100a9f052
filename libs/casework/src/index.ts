export * from './advance.js';
export { DEMONSTRATION_PEOPLE } from './demonstration/people.js';
export {
  contentOf,
  SAMPLE_IDS,
  SAMPLES,
  sampleStory,
  type Story,
  type SampleId,
} from './demonstration/sample-story.js';
export { playStory } from './demonstration/seed-cases.js';
export * from './people.js';
export * from './prepare-database.js';
export * from './reference-data.js';
export { importPresences } from './reference/import-presences.js';
export * from './read/case.js';
export * from './read/health.js';
export * from './read/requests.js';
export * from './read/work.js';
export * from './casework.module.js';
export * from './database-clock.js';
export * from './verify-record.js';
