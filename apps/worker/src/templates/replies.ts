import type { Language, NoticeName, ReplyAudience } from '#domain';
import type { MailWords } from './words.js';

type About = Extract<NoticeName, 'replyForOhchr' | 'replyForOffice'>;

/** What is told of a message that came by mail: that it is there, and where it is read. */
export const REPLIES: Record<Language, Record<About, MailWords>> = {
  en: {
    replyForOhchr: {
      subject: (f) => `A message by mail: ${f.place}`,
      lead: (f) => `Somebody wrote by mail about ${f.ref} (${f.countries}). What they wrote is kept with the case.`,
      button: 'Read the message',
    },
    replyForOffice: {
      subject: (f) => `A message by mail: ${f.place}`,
      lead: (f) =>
        `Somebody whom you asked wrote by mail about ${f.ref} (${f.countries}). It is for your office alone.`,
      button: 'Read the message',
    },
  },
  fr: {
    replyForOhchr: {
      subject: (f) => `Un message par courriel : ${f.place}`,
      lead: (f) =>
        `Un message est arrivé par courriel au sujet de ${f.ref} (${f.countries}). Il est conservé avec le dossier.`,
      button: 'Lire le message',
    },
    replyForOffice: {
      subject: (f) => `Un message par courriel : ${f.place}`,
      lead: (f) =>
        `Une personne que vous avez sollicitée a écrit au sujet de ${f.ref} (${f.countries}). Son message n’est destiné qu’à votre bureau.`,
      button: 'Lire le message',
    },
  },
  es: {
    replyForOhchr: {
      subject: (f) => `Un mensaje por correo: ${f.place}`,
      lead: (f) => `Llegó un mensaje por correo sobre ${f.ref} (${f.countries}). Se guarda con el expediente.`,
      button: 'Leer el mensaje',
    },
    replyForOffice: {
      subject: (f) => `Un mensaje por correo: ${f.place}`,
      lead: (f) =>
        `Alguien a quien usted consultó escribió sobre ${f.ref} (${f.countries}). El mensaje es solo para su oficina.`,
      button: 'Leer el mensaje',
    },
  },
};

/** What every mail says at its foot where answers to it are taken: who reads them, before anybody writes one. */
export const ANSWERS_GO_TO: Record<Language, Record<ReplyAudience, string>> = {
  en: {
    office:
      'You can answer this message by mail: what you write is kept with the request and read by the Resident Coordinator’s Office alone.',
    officeAndOhchr:
      'You can answer this message by mail: what you write is kept with the case and read by your office and by OHCHR.',
    ohchr: 'You can answer this message by mail: what you write is kept with the case and read by OHCHR alone.',
  },
  fr: {
    office:
      'Vous pouvez répondre à ce message par courriel : votre réponse est conservée avec la demande et lue par le seul Bureau du Coordonnateur résident.',
    officeAndOhchr:
      'Vous pouvez répondre à ce message par courriel : votre réponse est conservée avec le dossier et lue par votre bureau et par le HCDH.',
    ohchr:
      'Vous pouvez répondre à ce message par courriel : votre réponse est conservée avec le dossier et lue par le HCDH seul.',
  },
  es: {
    office:
      'Puede responder a este mensaje por correo: lo que escriba se guarda con la solicitud y lo lee solo la Oficina del Coordinador Residente.',
    officeAndOhchr:
      'Puede responder a este mensaje por correo: lo que escriba se guarda con el expediente y lo leen su oficina y el ACNUDH.',
    ohchr:
      'Puede responder a este mensaje por correo: lo que escriba se guarda con el expediente y lo lee solo el ACNUDH.',
  },
};

/** What stands before the link by which the reader of a letter says that it is there. */
export const CONFIRM_RECEIPT: Record<Language, string> = {
  en: 'Please confirm by this link that the letter has reached you:',
  fr: 'Merci de confirmer par ce lien que la lettre vous est parvenue :',
  es: 'Confirme con este enlace que ha recibido la carta:',
};
