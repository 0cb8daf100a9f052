import { instant, list, maybe, number, text, to, whole, type Schema } from './schema-parts.js';

const saved = { revision: number, at: instant, by: text, actingFor: maybe(text) };

/** What the calls about earlier texts of a draft give. */
export const DRAFT_SCHEMAS: Record<string, Schema> = {
  EarlierTexts: whole({
    items: list(
      whole({
        ...saved,
        firstRevision: number,
        since: instant,
        saves: number,
        parts: list(text),
        broughtBackFrom: maybe(instant),
      }),
    ),
    next: maybe(number),
  }),
  EarlierText: whole({ ...saved, content: to('RequestContent') }),
};
