import type { DeploymentEvent } from './deployment/events.js';

/** A step of another case that follows from a step, in the same transaction or not at all. The product itself takes it. */
export interface Also {
  kind: 'deployment';
  /** The post that it is a step of; null opens a new one. */
  ref: string | null;
  event: DeploymentEvent;
  /** The answer of the first step that names the other post; what stands against the second one is said there. */
  namedAt?: string;
}
