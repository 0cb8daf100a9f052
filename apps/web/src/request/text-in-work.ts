import type { CaseView } from '#casework';
import { mayBeChanged, stateName } from '#domain';

/** Whether this person has a text in work before them: a draft, a correction, or a change by which a question is answered. */
export const hasTextInWork = ({ facts, readsDraft }: CaseView): boolean =>
  readsDraft && (['draft', 'returned', 'abandoned'].includes(stateName(facts.state)) || mayBeChanged(facts));
