import {
  letterCopies,
  longDate,
  noticeRule,
  replyAudience,
  type ClockNotice,
  type Language,
  type PostTask,
  type Role,
  type Task,
} from '#domain';
import { letterFiles, pathOf, type MailToSend } from '#casework';
import type { MailMessage, ReturnAddresses } from '#platform';
import { aboutPersons } from './away.js';
import { ENGLISH } from './en.js';
import { SPANISH } from './es.js';
import { FRENCH } from './fr.js';
import { ANSWERS_GO_TO, CONFIRM_RECEIPT } from './replies.js';
import { htmlPage, textPage, type MailPage } from './layout.js';
import { ownChoice, unsubscribeHeaders } from './unsubscribing.js';
import type { LanguageWords, MailFields, MailWords, StepNotice, ToldRole } from './words.js';

/** What mails need to know of where they are sent from. */
export interface Sender {
  baseUrl: string;
  /** The address that mails come from; its domain names them. */
  mailFrom: string;
  demo: boolean;
  /** Where people answer to; nothing where this system takes no mail. */
  answers?: Pick<ReturnAddresses, 'replyTo' | 'panelTo'>;
}

/** One reader of a mail to whom it goes alone: they can answer it, and say that a letter is there. */
export interface Reader {
  role: Role;
  receivedLink: string;
}

/** The words of every language in which people are written to. */
export const WORDS: Record<Language, LanguageWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
const LOCALE: Record<Language, string> = { en: 'en-GB', fr: 'fr', es: 'es' };
const SEVERAL = 3;

/** French puts a space that does not break before these signs. */
export const spaced = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/ (?=[:;?!])/g, '\u00A0') : text;

const subjectPlace = (countries: string[], language: Language): string =>
  countries.length > SEVERAL
    ? WORDS[language].placeOf(countries[0]!, countries.length - 1)
    : new Intl.ListFormat(LOCALE[language]).format(countries);

/** What the texts of a mail are made from. */
type Named = Pick<
  MailToSend,
  'about' | 'notice' | 'language' | 'task' | 'ref' | 'countries' | 'dueOn' | 'as' | 'to' | 'token' | 'who'
>;

/** All that the texts of a mail are given. */
export function fieldsOf(mail: Named, { baseUrl }: Pick<Sender, 'baseUrl'>): MailFields {
  const { language, countries, ref, about } = mail;
  return {
    about,
    ref,
    // With the reference: two requests of one country must be told apart in a list of mails.
    place: `${subjectPlace(countries, language)} (${ref})`,
    countries: new Intl.ListFormat(LOCALE[language]).format(countries),
    due: mail.dueOn && longDate(mail.dueOn, language),
    recipient: mail.to[0]?.name ?? '',
    link: baseUrl + pathOf(mail),
    who: mail.who ?? null,
  };
}

/** The words of a mail, whether a step tells something or a clock does. */
export function wordsOf({
  notice,
  language,
  task,
  about,
}: Pick<MailToSend, 'notice' | 'language' | 'task' | 'about'>): MailWords {
  const words = WORDS[language];
  if (Object.hasOwn(words.notices, notice)) return words.notices[notice as StepNotice];
  const spoken = about === 'post' ? words.postTasks[task as PostTask] : words.tasks[task as Task];
  return words.clocks[notice as ClockNotice](spoken);
}

function pageOf(mail: MailToSend, fields: MailFields, sender: Sender, reader: Reader | null): MailPage {
  const { demo, baseUrl } = sender;
  const { language } = mail;
  const { because, confidential, copyAddress, greeting, illustrative, letterFor } = WORDS[language];
  const words = wordsOf(mail);
  const fit = (text: string): string => spaced(text, language);
  const copies = new Intl.ListFormat(LOCALE[language]).format(letterCopies(language, mail.copiedAs));
  const why = mail.letter ? [letterFor(copies)] : [confidential, words.because ?? because[mail.as as ToldRole]];
  const answers = reader ? [ANSWERS_GO_TO[language][replyAudience(reader.role, mail.notice, mail.submitted)]] : [];
  const choice = mail.letter || mail.token ? [] : [ownChoice(language, baseUrl)];
  const foot = [...why, ...answers, ...choice, ...(demo ? [illustrative] : [])];
  return {
    language,
    title: fit(words.subject(fields)),
    greeting: fit(greeting(fields)),
    lead: fit(words.lead(fields)),
    persons: aboutPersons(mail).map(fit),
    button: { label: fit(words.button), link: fields.link },
    copyAddress: fit(copyAddress),
    ...(mail.letter && reader ? { confirm: { words: fit(CONFIRM_RECEIPT[language]), link: reader.receivedLink } } : {}),
    foot: foot.map(fit),
  };
}

/** Names a mail for ever: however often it is sent, it is one message. */
export const messageId = (id: string, mailFrom: string): string =>
  `<${id}@${/@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'localhost'}>`;

/** Mails about one case are one conversation, which begins with no mail; what may not name its case is in none. */
function headersOf({ notice, ref, language }: MailToSend, { mailFrom }: Sender): Record<string, string> {
  const told = { 'Content-Language': language };
  if (noticeRule(notice).names === 'nothing') return told;
  const start = messageId(ref, mailFrom);
  return { ...told, 'In-Reply-To': start, References: start };
}

/** A message as one reader gets it; as all get it, where it is the same for all. */
export type MessageFor = (reader: Reader | null) => MailMessage;

/** Writes the message of a mail, with the letter as documents where it brings one. */
export async function compose(mail: MailToSend, sender: Sender): Promise<MessageFor> {
  const attachments = mail.letter ? await letterFiles(mail.letter) : null;
  return (reader) => {
    const page = pageOf(mail, fieldsOf(mail, sender), sender, reader);
    return {
      messageId: messageId(mail.id, sender.mailFrom),
      to: mail.to,
      ...(mail.copy.length ? { cc: mail.copy } : {}),
      subject: page.title,
      // By the clock of the system: in a demonstration whose clock was moved, mails are read in the order of the story.
      date: mail.toldAt,
      ...(mail.plain ? {} : { html: htmlPage(page) }),
      text: textPage(page),
      ...(attachments ? { attachments } : {}),
      headers: { ...headersOf(mail, sender), ...unsubscribeHeaders(mail.unsubscribe, sender.baseUrl) },
    };
  };
}
