import type { RequestContent } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { markOfText } from './endorsed-text.js';
import { standingSignatures } from '../together/together.js';
import { standingEndorsers } from './endorser.js';

/** What the record keeps of a change of the text where somebody stands behind it. */
export interface TextChange {
  /** By what the text is told from another after it. */
  text?: string;
  /** The agencies whose endorsement it made void. */
  voids?: string[];
  /** Whose signature for their country it made void. */
  unsigns?: string[];
}

/** What a change to this text means for those who endorse, and for coordinators who have signed. */
export function textChange(facts: RequestFacts, content: RequestContent): TextChange {
  const signed = standingSignatures(facts).map((s) => s.by.name);
  const unsigns = signed.length ? { unsigns: [...new Set(signed)] } : {};
  if (!facts.endorsers) return unsigns;
  const text = markOfText(content);
  const gone = text === facts.endorsedText ? [] : standingEndorsers(facts).map((e) => e.agency);
  return { text, ...(gone.length ? { voids: gone } : {}), ...unsigns };
}
