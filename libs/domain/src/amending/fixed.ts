import type { FieldProblem } from '../refusal.js';
import { canonical, type RequestContent } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { assessmentOf } from '../request/states.js';

/** Who judges a request, and by what, was settled when it was accepted. */
const FIXED = { countries: 'The countries', type: 'The type', track: 'The track' } as const;

/** What cannot be changed while a request is judged. */
export const fixedProblems = (facts: RequestFacts, before: RequestContent, after: RequestContent): FieldProblem[] =>
  assessmentOf(facts.state) === null
    ? []
    : (Object.keys(FIXED) as (keyof typeof FIXED)[])
        .filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null))
        .map((key) => ({
          path: key,
          message: `${FIXED[key]} cannot be changed while the request is judged. Withdraw it and make a new one`,
        }));
