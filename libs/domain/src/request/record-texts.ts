import { putAside } from '../amending/in-hand.js';
import { mergePatch, type RequestContent } from './content.js';
import type { RequestFacts } from './facts.js';
import { changesText, type Entry, type Recorded } from './record.js';

/** Folds one line of the record into the text of the request. */
export function evolveContent(content: RequestContent, entry: Pick<Entry, 'event' | 'data'>): RequestContent {
  if (entry.event === 'CREATE') return (entry.data as Recorded['CREATE']).content;
  return changesText(entry.event) ? mergePatch(content, (entry.data as Recorded['EDIT']).patch) : content;
}

/** The text of a request: as it is in work, and as it was last submitted. */
export interface Texts {
  text: RequestContent;
  submitted: RequestContent | null;
}
/** Folds one line of the record into both, given the case before and after it. */
export function evolveTexts(
  { text, submitted }: Texts,
  entry: Pick<Entry, 'event' | 'data'>,
  before: RequestFacts | null,
  after: RequestFacts,
): Texts {
  const now = putAside(before, after) && submitted ? submitted : evolveContent(text, entry);
  return { text: now, submitted: after.version > (before?.version ?? 0) ? now : submitted };
}
