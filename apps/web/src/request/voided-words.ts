import type { Recorded } from '#domain';
import { listed, plural } from './case-words.js';

/** Whose endorsement and whose signature a change of the text made void. */
export const voidsOf = ({ voids = [], unsigns = [] }: Pick<Recorded['EDIT'], 'voids' | 'unsigns'>): string =>
  [
    voids.length && `It made the ${plural(voids.length, 'endorsement', 'endorsements')} of ${listed(voids)} void.`,
    unsigns.length && `It made the ${plural(unsigns.length, 'signature', 'signatures')} of ${listed(unsigns)} void.`,
  ]
    .filter(Boolean)
    .join(' ');
