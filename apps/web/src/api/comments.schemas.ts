import { instant, list, maybe, number, text, whole, type Schema } from './schema-parts.js';

const said = { id: text, text, by: text, at: instant };

/** What the calls about the comments on a draft give. */
export const COMMENT_SCHEMAS: Record<string, Schema> = {
  Comments: whole({
    items: list(
      whole({
        ...said,
        question: text,
        section: maybe(number),
        answers: list(whole(said)),
        resolved: maybe(whole({ by: text, at: instant })),
      }),
    ),
    present: list(whole({ name: text, section: number })),
  }),
  CommentKept: whole({ id: text }),
};
