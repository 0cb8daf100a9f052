import type { ApartAbout, ApartKind, ApartMail, FilesNotKept } from '#casework';
import type { MailMessage } from '#platform';
import type { Language } from '#domain';
import { messageId, WORDS, type Sender } from './compose.js';
import { invitation } from './invitation.js';
import { PANEL_WORDS } from './panel-date.js';
import { FILES_NOT_KEPT, MAIL_WAITS } from './written-back.js';
import type { ApartWords } from './words.js';
import { htmlPage, textPage, type MailPage } from './layout.js';

type Words = { [K in ApartKind]: (about: ApartAbout[K], zone: string) => ApartWords };

const APART: Record<Language, Words> = {
  en: {
    panelDate: PANEL_WORDS.en,
    filesNotKept: FILES_NOT_KEPT.en,
    mailWaits: MAIL_WAITS.en,
    mailsHeld: ({ mails, people }) => ({
      subject: `Mails are held: ${mails} to ${people} ${people === 1 ? 'person' : 'people'}`,
      lead: `${mails} ${mails === 1 ? 'mail' : 'mails'} to ${people} ${people === 1 ? 'person' : 'people'} ${mails === 1 ? 'is' : 'are'} not sent yet: too many came at once, or whoever saved a setting held them. What is held waits until an administrator lets it go over time, or drops it.`,
      button: 'Look at them',
      because: 'You receive it because you are an administrator.',
    }),
    webhookOff: ({ name }) => ({
      subject: `Webhook switched off: ${name}`,
      lead: `For days nothing that was sent to the webhook “${name}” came through, or it answered that it is gone. It is switched off. When it works again, it can be switched on, and what it missed can be sent again.`,
      button: 'Open the webhook',
      because: 'You receive it because the webhook is told what you may see.',
    }),
  },
  fr: {
    panelDate: PANEL_WORDS.fr,
    filesNotKept: FILES_NOT_KEPT.fr,
    mailWaits: MAIL_WAITS.fr,
    mailsHeld: ({ mails, people }) => ({
      subject: `Messages retenus : ${mails} à ${people} ${people === 1 ? 'personne' : 'personnes'}`,
      lead: `${mails} ${mails === 1 ? 'message' : 'messages'} à ${people} ${people === 1 ? 'personne' : 'personnes'} en attente : il y en avait trop à la fois, ou la personne qui a enregistré un réglage les a retenus. Ce qui est retenu attend qu’un administrateur le laisse partir peu à peu, ou l’abandonne.`,
      button: 'Les examiner',
      because: 'Vous recevez ce message parce que vous êtes administrateur.',
    }),
    webhookOff: ({ name }) => ({
      subject: `Webhook désactivé : ${name}`,
      lead: `Depuis plusieurs jours, rien de ce qui est envoyé au webhook « ${name} » n’est arrivé, ou il a répondu qu’il n’existe plus. Il est désactivé. Dès qu’il fonctionne à nouveau, il peut être réactivé, et ce qu’il a manqué peut lui être renvoyé.`,
      button: 'Ouvrir le webhook',
      because: 'Vous recevez ce message parce que ce webhook est informé de ce que vous pouvez voir.',
    }),
  },
  es: {
    panelDate: PANEL_WORDS.es,
    filesNotKept: FILES_NOT_KEPT.es,
    mailWaits: MAIL_WAITS.es,
    mailsHeld: ({ mails, people }) => ({
      subject: `Mensajes retenidos: ${mails} a ${people} ${people === 1 ? 'persona' : 'personas'}`,
      lead: `${mails} ${mails === 1 ? 'mensaje' : 'mensajes'} a ${people} ${people === 1 ? 'persona' : 'personas'} en espera: eran demasiados a la vez, o quien guardó un ajuste los retuvo. Lo retenido espera a que un administrador lo deje salir poco a poco, o lo descarte.`,
      button: 'Verlos',
      because: 'Recibe este mensaje porque es administrador.',
    }),
    webhookOff: ({ name }) => ({
      subject: `Webhook desactivado: ${name}`,
      lead: `Desde hace días no llega nada de lo que se envía al webhook «${name}», o respondió que ya no existe. Está desactivado. Cuando vuelva a funcionar, puede activarse, y lo que no recibió puede enviarse de nuevo.`,
      button: 'Abrir el webhook',
      because: 'Recibe este mensaje porque el webhook recibe lo que usted puede ver.',
    }),
  },
};
const PATHS: { [K in ApartKind]: (about: ApartAbout[K]) => string } = {
  webhookOff: ({ webhook }) => `/webhooks/${webhook}`,
  mailsHeld: ({ hold }) => `/admin/delivery/holds/${hold}`,
  panelDate: ({ round }) => `/panel/${round}/date`,
  filesNotKept: ({ ref, post, account }) =>
    account && ref ? `/${post ? 'deployments' : 'requests'}/${ref}/replies` : '/help',
  mailWaits: () => '/',
};

/** Writes the message of a mail that is about no case. */
export function composeApart<K extends ApartKind>(mail: ApartMail<K>, sender: Sender): MailMessage {
  const { language, kind, about, to } = mail;
  const words = APART[language][kind](about, mail.zone);
  const { greeting, copyAddress, illustrative } = WORDS[language];
  const fields = {
    about: 'request',
    ref: '',
    place: '',
    countries: '',
    due: null,
    recipient: to.name,
    link: '',
  } as const;
  const page: MailPage = {
    language,
    title: words.subject,
    greeting: greeting(fields),
    lead: words.lead,
    ...(words.lines ? { persons: words.lines } : {}),
    button: { label: words.button, link: sender.baseUrl + PATHS[kind](about) },
    copyAddress,
    foot: [words.because, ...(sender.demo ? [illustrative] : [])],
  };
  return {
    messageId: messageId(mail.id, sender.mailFrom),
    to,
    subject: page.title,
    date: mail.toldAt,
    html: htmlPage(page),
    text: textPage(page),
    ...answerOf(mail, sender),
    ...(isInvitation(mail) ? { ...comesBack(mail, sender), calendar: invitation(mail, entryTitle(mail), sender) } : {}),
  };
}

/** Whoever answers in words reaches somebody too. */
const comesBack = ({ personId }: ApartMail, { answers }: Sender): Pick<MailMessage, 'replyTo'> =>
  answers ? { replyTo: answers.panelTo(personId) } : {};

/** What answers a mail is marked as that, so that no program answers it, and stands below what it answers. */
function answerOf({ kind, about }: ApartMail, { answers: at }: Sender): Pick<MailMessage, 'headers' | 'replyTo'> {
  if (kind !== 'filesNotKept' && kind !== 'mailWaits') return {};
  const { answers, reader } = about as Partial<FilesNotKept>;
  return {
    ...(at && reader ? { replyTo: at.replyTo(reader) } : {}),
    headers: {
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      ...(answers ? { 'In-Reply-To': answers, References: answers } : {}),
    },
  };
}

/** The title of the entry in a calendar: the same when it moves, since it stands there for longer than the news. */
const entryTitle = ({ language, about, zone }: ApartMail<'panelDate'>): string =>
  APART[language].panelDate({ ...about, method: 'REQUEST', moved: false }, zone).subject;

const isInvitation = (mail: ApartMail): mail is ApartMail<'panelDate'> => mail.kind === 'panelDate';
