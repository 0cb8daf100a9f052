import { LANGUAGES, REGISTERED_KINDS } from '#domain';
import { choice, instant, list, maybe, number, page, text, whole } from './schema-parts.js';

const flag = { type: 'boolean' } as const;

/** Suggestions of reviewers, and registered conflicts of interest. */
export const APPOINTING_SCHEMAS = {
  ReviewerSuggestions: whole({
    items: list(
      whole({
        id: text,
        name: text,
        open: { ...number, description: 'Reviews in hand' },
        readsLanguage: { ...flag, description: 'Works in the language of the request, as far as is known' },
        regional: { ...flag, description: 'Is a reviewer for this region, not for all' },
        finishedHere: { ...number, description: 'Reviews finished of requests of this region' },
        conflictBefore: { ...flag, description: 'Stood back from an earlier request of this country' },
        chairs: { ...flag, description: 'Chairs panels too, and would not settle what they scored' },
        lastChair: { ...flag, description: 'The only panel chair left who could settle: nobody could, if they score' },
        leftBefore: maybe(choice(['declined', 'released'])),
        why: { ...text, description: 'The reasons in words' },
        suggested: { ...flag, description: 'Among the first, as many as are still needed' },
      }),
    ),
    couldSettle: {
      ...list(whole({ id: text, name: text })),
      description:
        'Panel chairs who could settle the scores as it stands. Appoint not all of them: who scores does not settle',
    },
  }),
  RegisteredConflicts: page(
    whole({
      id: text,
      country: text,
      kind: choice(Object.keys(REGISTERED_KINDS)),
      reason: text,
      from: text,
      until: maybe(text),
      recordedBy: text,
      recordedAt: instant,
    }),
  ),
  RegisteredConflict: whole({ id: text }),
  Languages: whole({ languages: { type: 'array', items: choice(Object.keys(LANGUAGES)) } }),
};
