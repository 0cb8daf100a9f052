import type { ReferenceData } from '#casework';
import { SECTIONS } from '#domain';
import { stepFields } from '../shell/act.js';
import type { KnownForDraft } from './known-answers.js';
import { paths } from '../shell/paths.js';

/** The question that an answer belongs to, with its section. */
function questionAt(path: string, language: 'en' | 'fr' | 'es') {
  const section = SECTIONS.find((s) => s.questions.some((q) => q.path === path))!;
  return { section, label: section.questions.find((q) => q.path === path)!.label[language] };
}

/** The page of what is known and could stand in a draft. */
export function knownContext({ view, content, answers }: KnownForDraft, names: Pick<ReferenceData, 'countryName'>) {
  const { ref, summary } = view.facts;
  const language = content.language ?? 'en';
  return {
    title: `What is known already: ${ref}`,
    heading: 'What is known already',
    breadcrumbs: [
      { text: 'Your work', href: '/' },
      { text: ref, href: paths.request(ref) },
      { text: 'What is known already' },
    ],
    lead: 'Days, reports and posts that the system knows, as text for your answers. Choose what to take; it is added after what stands there.',
    language,
    answers: answers.map(({ path, text, there, empty }) => {
      const { section, label } = questionAt(path, language);
      return {
        path,
        text,
        there,
        ticked: empty,
        label,
        section: { text: `Section ${section.number}`, href: `${paths.section(ref, section.number)}#${path}` },
      };
    }),
    open: answers.some((a) => !a.there),
    countries: summary.countries.map((code) => ({ text: names.countryName(code), href: paths.country(code) })),
    hidden: stepFields(view.revision),
    action: paths.known(ref),
  };
}
