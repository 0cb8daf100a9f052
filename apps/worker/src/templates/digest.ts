import { longDate, noticeRule, type Language } from '#domain';
import type { DigestCase, DigestItem, DigestToSend } from '#casework';
import type { MailMessage } from '#platform';
import { fieldsOf, messageId, spaced, WORDS, wordsOf, type Sender } from './compose.js';
import { BACK } from './away.js';
import { digestHtml, digestText, type DigestPage } from './digest-layout.js';
import { ownChoice, unsubscribeHeaders } from './unsubscribing.js';

interface DigestWords {
  subject: (toDo: number, others: number) => string;
  lead: string;
  by: (day: string) => string;
  more: (n: number) => string;
  allOfThem: string;
  because: string;
}
const toDoFirst = (toDo: string | null, others: string | null, and: string): string =>
  [toDo, others].filter((part) => part !== null).join(and);

const DIGEST_WORDS: Record<Language, DigestWords> = {
  en: {
    subject: (toDo, others) =>
      `Your notices: ${toDoFirst(toDo ? `${toDo} to act on` : null, others ? `${others} to know` : null, ', ')}`,
    lead: 'This is what you were told since the last digest, with what is due first at the top. What has been done meanwhile is left out.',
    by: (day) => `by ${day}`,
    more: (n) => `And ${n} more, on your page of notices.`,
    allOfThem: 'See all your notices',
    because: 'You receive it because you chose a digest for some kinds of notice.',
  },
  fr: {
    subject: (toDo, others) =>
      `Vos avis : ${toDoFirst(toDo ? `${toDo} à traiter` : null, others ? `${others} pour information` : null, ', ')}`,
    lead: 'Voici ce qui vous a été signalé depuis le dernier récapitulatif, par ordre d’échéance. Ce qui a été fait entre-temps n’y figure pas.',
    by: (day) => `avant le ${day}`,
    more: (n) => `Et ${n} de plus, sur votre page d’avis.`,
    allOfThem: 'Voir tous vos avis',
    because: 'Vous le recevez parce que vous avez choisi un récapitulatif pour certains avis.',
  },
  es: {
    subject: (toDo, others) =>
      `Sus avisos: ${toDoFirst(toDo ? `${toDo} por atender` : null, others ? `${others} para su información` : null, ', ')}`,
    lead: 'Esto es lo que se le ha comunicado desde el último resumen, por orden de vencimiento. Lo que ya se ha hecho no figura.',
    by: (day) => `antes del final del ${day}`,
    more: (n) => `Y ${n} más, en su página de avisos.`,
    allOfThem: 'Ver todos sus avisos',
    because: 'Lo recibe porque eligió un resumen para algunos avisos.',
  },
};

/** One line: what it is, by when, and where. The words are those of the mail that would have come at once. */
function lineOf(digest: DigestToSend, one: DigestCase, item: DigestItem, sender: Sender) {
  const { language } = digest;
  const mail = { ...item, ...one, language, to: [digest.to] };
  const fields = fieldsOf(mail, sender);
  const head = wordsOf(mail)
    .subject({ ...fields, due: null })
    .replace(`: ${fields.place}`, '')
    .replace(fields.place, one.ref);
  const due = item.dueOn ? `, ${DIGEST_WORDS[language].by(longDate(item.dueOn, language))}` : '';
  return { text: spaced(head + due, language), link: fields.link };
}

function pageOf(digest: DigestToSend, sender: Sender): DigestPage {
  const { language, cases, more } = digest;
  const words = DIGEST_WORDS[language];
  const back = digest.awayUntil === null ? null : BACK[language];
  const items = cases.flatMap((one) => one.items);
  const toDo = items.filter((item) => noticeRule(item.notice).group === 'duties').length;
  const fit = (text: string): string => spaced(text, language);
  const { greeting, confidential, illustrative } = WORDS[language];
  return {
    language,
    title: fit(back ? back.subject(items.length) : words.subject(toDo, items.length - toDo)),
    greeting: fit(greeting({ recipient: digest.to.name })),
    lead: fit(back ? back.lead(longDate(digest.awayUntil!, language)) : words.lead),
    cases: cases.map((one) => ({
      title: fieldsOf({ ...one.items[0]!, ...one, language, to: [digest.to] }, sender).place,
      lines: one.items.map((item) => lineOf(digest, one, item, sender)),
    })),
    more: more ? fit(back ? back.more(more) : words.more(more)) : '',
    button: back
      ? { label: fit(back.button), link: sender.baseUrl }
      : { label: fit(words.allOfThem), link: `${sender.baseUrl}/notices` },
    foot: [
      confidential,
      back ? back.because : words.because,
      ownChoice(language, sender.baseUrl),
      ...(sender.demo ? [illustrative] : []),
    ].map(fit),
  };
}

/** Writes the message of a digest: case by case, what is due first at the top. */
export function composeDigest(digest: DigestToSend, sender: Sender): MailMessage {
  const page = pageOf(digest, sender);
  return {
    messageId: messageId(digest.id, sender.mailFrom),
    to: digest.to,
    subject: page.title,
    date: digest.dueAt,
    ...(digest.plain ? {} : { html: digestHtml(page) }),
    text: digestText(page),
    headers: { 'Content-Language': digest.language, ...unsubscribeHeaders(digest.unsubscribe, sender.baseUrl) },
  };
}
