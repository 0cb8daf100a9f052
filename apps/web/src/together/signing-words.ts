import type { Signature } from '#domain';

/** Who signed, with both names where it was for somebody. */
export const signer = ({ by, actingFor }: Signature): string =>
  actingFor ? `${by.name}, acting for ${actingFor}` : by.name;
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
