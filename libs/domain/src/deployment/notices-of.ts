import type { Notice } from '../notices.js';
import type { DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';

/** Who is to be told of a step of a post. */
export const deploymentNoticesOf = (
  _before: DeploymentFacts | null,
  _after: DeploymentFacts,
  _type: DeploymentEventType,
  _data: unknown,
): Notice[] => [];
