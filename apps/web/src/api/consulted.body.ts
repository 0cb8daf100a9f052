import type { OpenedLink } from '#casework';
import { dayForAdvice, earlierAdvice, type Consultee } from '#domain';
import type { AskedAbout } from '../advice/link-answers.js';

/** Who is asked and until when: all that is told before the question is opened. */
export function questionBody({ facts, expiresAt }: OpenedLink, { key, named }: Consultee) {
  const { name, organisation, language } = named!;
  return { opened: false, name, organisation, language, dueOn: dayForAdvice(facts, key), expiresAt };
}

/** The question with the request, as far as who is asked may read it. */
export function askedBody(link: OpenedLink, consultee: Consultee, { facts, version, documents }: AskedAbout) {
  return {
    ...questionBody(link, consultee),
    opened: true,
    question: consultee.named!.question,
    askedAgain: (consultee.again ?? []).map(({ at, reason }) => ({ at, reason })),
    extended: (consultee.extended ?? []).map(({ until, reason }) => ({ until, reason })),
    earlier: earlierAdvice(consultee).map(({ at, position, text, conditions, requestVersion }) => ({
      at,
      position,
      text,
      conditions,
      requestVersion,
    })),
    request: {
      version: version.number,
      countries: facts.summary.countries,
      content: version.content,
      questions: version.sections,
      documents: documents.map(({ id, name, type, size, section }) => ({ id, name, type, size, section })),
    },
  };
}
