import type { PostRead, SignedIn } from '#casework';
import { deploymentTiersFor, isAdviserOf, isRefusal, mayTakeDeployment, refuse } from '#domain';
import type { Names } from '../request/case-words.js';
import { Refused } from '../shell/refusals.js';
import { paths } from '../shell/paths.js';
import { postFrame } from './post-frame.js';
import { slugOf } from './step-forms.js';

/** The notes of the adviser to OHCHR: theirs, and of those at OHCHR who read how posts are judged. */
export function notesPage(view: PostRead, me: SignedIn, names: Names) {
  const own = isAdviserOf(me, view.whole);
  if (!own && !deploymentTiersFor(me, view.whole).has('assessment'))
    throw new Refused(refuse('notYourRole', 'Notes to OHCHR are read by the adviser who wrote them and by OHCHR.'));
  const frame = postFrame(view, me, 'notes', names);
  const writes = !isRefusal(mayTakeDeployment(view.whole, me, 'NOTE_TO_OHCHR'));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame: { ...frame, print: { ...frame.print, confidential: true } },
    lead: own
      ? 'What you write here is read by OHCHR alone: the desk officer and those who audit. It goes into no report.'
      : 'Read by OHCHR alone. Do not pass on what stands here.',
    actions: writes
      ? [{ text: 'Write a note', href: paths.deploymentStep(view.facts.ref, slugOf('NOTE_TO_OHCHR')!) }]
      : [],
    notes: [...view.facts.notes].reverse().map(({ id, by, at, text }) => ({ id, by: by.name, at: new Date(at), text })),
  };
}
