import type { RequestContent } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { markOfText } from './endorsed-text.js';
import { standingEndorsers } from './endorser.js';

/** What the record keeps of a change of the text where somebody is asked to endorse it. */
export interface TextChange {
  /** By what the text is told from another after it. */
  text?: string;
  /** The agencies whose endorsement it made void. */
  voids?: string[];
}

/** What a change to this text means for those who endorse. */
export function textChange(facts: RequestFacts, content: RequestContent): TextChange {
  if (!facts.endorsers) return {};
  const text = markOfText(content);
  const gone = text === facts.endorsedText ? [] : standingEndorsers(facts).map((e) => e.agency);
  return { text, ...(gone.length ? { voids: gone } : {}) };
}
