import type { Presence } from '../entities/reference/presence.js';
import { KNOWN_DOUBTS } from './posts.js';

/** What the other rows, or sources outside the file, hold against a presence. */
export function contradictions(presence: Presence, all: readonly Presence[]): string[] {
  const ofPost = all.filter((other) => other !== presence && other.post === presence.post);
  return [
    ...ofPost.flatMap((other) => againstRow(presence, other)),
    ...KNOWN_DOUBTS.filter((known) => known.post === presence.post && known.year === presence.year).map((k) => k.doubt),
  ];
}

function againstRow(presence: Presence, other: Presence): string[] {
  const found: string[] = [];
  if (other.year === presence.year && other.code !== presence.code && other.source !== presence.source) {
    found.push(`${other.source} gives the code "${other.code}" for the same year.`);
  }
  // The mark came with the strategy of 2012, so that gaining it is a change and losing it a contradiction.
  if (other.year < presence.year && other.underFramework === true && presence.underFramework === false) {
    found.push(`Listed with the framework's mark in ${other.year} and without it here.`);
  }
  if (other.year < presence.year && hasEnded(other)) {
    found.push(`The list for ${other.year} says that the post ended then.`);
  }
  return found;
}

const hasEnded = ({ note }: Presence): boolean => /^(discontinued|closed)\b/.test(note ?? '');
