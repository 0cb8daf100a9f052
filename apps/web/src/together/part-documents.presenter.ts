import { isRefusal, leadOf, mayTake, partnersOf, SECTIONS, signsOffer } from '#domain';
import { listed } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { stepFields } from '../shell/act.js';
import { bytes } from '../shell/words.js';
import type { SignaturesInput } from './signatures.presenter.js';

const LAST = SECTIONS.at(-1)!.number;

/** What an office of a regional request, other than the one that leads, brings to it; null for everybody else. */
export function partDocuments({ view, me, names, upload, limit }: SignaturesInput, own: readonly string[]) {
  const { facts } = view;
  if (!facts.together || signsOffer(facts) || isRefusal(mayTake(facts, me, 'ATTACH'))) return null;
  if (own.some((c) => leadOf(facts).includes(c))) return null;
  const places = own.filter((c) => partnersOf(facts).includes(c));
  return {
    title: `Documents of ${listed(places.map((c) => names.countryName(c)))}`,
    action: paths.partDocuments(facts.ref),
    hidden: stepFields(view.revision),
    section: {
      kind: 'select',
      name: 'section',
      label: 'Which section do they support?',
      value: upload?.section ?? String(LAST),
      options: SECTIONS.map((s) => ({ value: String(s.number), text: `${s.number}. ${s.title}` })),
    },
    upload: {
      title: 'Added by your office',
      files: facts.documents
        .filter((d) => d.of?.some((c) => own.includes(c)))
        .map((d) => ({
          name: d.name,
          href: paths.document(facts.ref, d.id),
          note: `Section ${d.section}, ${d.by.name}`,
          size: bytes(d.size),
          remove: d.id,
        })),
      hint: `A letter of your Government, a decision of your country team. ${limit ? `Up to ${limit} each. ` : ''}A new document makes signatures that were given void.`,
      error: upload?.problem,
    },
  };
}
