import type { ClockNotice, Language, NamelessNotice, NoticeAbout, NoticeName, PostTask, Role, Task } from '#domain';

/** All that a text of a mail may name. Nothing of the text of a request, no score, nobody who is assessed. */
export interface MailFields {
  /** What kind of case it is about. */
  about: 'request' | 'post';
  ref: string;
  /** The country, of many the first and how many more, with the reference. For subjects. */
  place: string;
  /** All countries. */
  countries: string;
  /** The day by which something is due, in words. */
  due: string | null;
  recipient: string;
  link: string;
  /** Which party has answered, where that is what is told: an office or an agency, no person. */
  who?: string | null;
}

export type Text = (fields: MailFields) => string;
/** What the text of a notice is given: of which case it is, only where its reader may know that. */
export type FieldsFor<N extends NoticeName> = N extends NamelessNotice
  ? Pick<MailFields, 'recipient' | 'link'>
  : MailFields;

/** What one mail says: what is needed, the lines under it, and the button. */
export interface MailWords<F = MailFields> {
  subject: (fields: F) => string;
  lead: (fields: F) => string;
  button: string;
  /** Why its reader receives it, where that is not by what they hold. */
  because?: string;
}

/** How a task is spoken of. */
export interface TaskWords {
  /** As the head of a subject: "Your advice is needed". */
  need: string;
  /** After "waits for". */
  awaited: string;
  button: string;
  /** Where the usual reminder would say something wrong. */
  reminder?: Text;
}

/** What a mail about no case says. */
export interface ApartWords {
  subject: string;
  lead: string;
  /** Each a sentence below the lead. */
  lines?: string[];
  button: string;
  because: string;
}

export type StepNotice = Exclude<NoticeName, ClockNotice>;
/** Notices of posts. */
export type PostNotice = NoticeAbout<'post'>;
/** Roles that are written to. */
export type ToldRole = Exclude<Role, 'auditor' | 'administrator'>;

/** Everything that mails say in one language. */
export interface LanguageWords {
  notices: { [N in StepNotice]: MailWords<FieldsFor<N>> };
  clocks: Record<ClockNotice, (task: TaskWords) => MailWords>;
  tasks: Record<Task, TaskWords>;
  postTasks: Record<PostTask, TaskWords>;
  /** The first of many countries and the number of the others. */
  placeOf: (first: string, others: number) => string;
  greeting: (fields: Pick<MailFields, 'recipient'>) => string;
  copyAddress: string;
  /** Said of everything but the letter. */
  confidential: string;
  /** For whom a letter is and what they do with it, in place of the reason: one message goes to all, so it must be true for each. */
  letterFor: (copies: string) => string;
  /** Why somebody receives a mail. */
  because: Record<ToldRole, string>;
  /** Said by a demonstration. */
  illustrative: string;
}

/** As in the middle of a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The words of notices about a post, in a language that puts this before a day: a head with the place and the day, and a sentence. */
export const postWords =
  (by: string) =>
  (head: string, lead: Text, button: string): MailWords => ({
    subject: (f) => `${head}: ${f.place}${f.due ? by + f.due : ''}`,
    lead,
    button,
  });

/** The case that a mail is about, as a sentence begins. */
export const caseIn: Record<Language, (f: MailFields) => string> = {
  en: (f) => `${f.about === 'post' ? 'Post' : 'Request'} ${f.ref} (${f.countries})`,
  fr: (f) => `${f.about === 'post' ? 'Le poste' : 'La demande'} ${f.ref} (${f.countries})`,
  es: (f) => `${f.about === 'post' ? 'El puesto' : 'La solicitud'} ${f.ref} (${f.countries})`,
};
