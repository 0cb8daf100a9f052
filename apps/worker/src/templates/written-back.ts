import { MOST_FILES, type FileRefusal, type FilesNotKept, type MailWaits } from '#casework';
import type { Language, Unmatched } from '#domain';
import { dayAndTime } from './day-and-time.js';
import type { ApartWords } from './words.js';

type Why = Record<FileRefusal, (most: string) => string>;
const OR: Record<Language, string> = { en: 'or', fr: 'ou', es: 'o' };
const kindsIn = (language: Language): string => `PDF, DOCX, XLSX, PPTX, ODT, PNG, JPEG, TXT ${OR[language]} CSV`;
const megabytes = (bytes: number): string => String(Number((bytes / 1_048_576).toFixed(1)));

/** Why a file was not kept and what would help, after its name. */
const WHY: Record<Language, Why> = {
  en: {
    empty: () => 'it is empty. Look whether it opens on your computer, and send it again.',
    tooLarge: (most) => `it is larger than ${most} MB. Make it smaller, or send it in parts.`,
    wrongType: () => `it is of a kind that is not taken. Save it as ${kindsIn('en')}.`,
    active: () => 'it begins like a web page or a program. Save it as PDF.',
    macros: () => 'it contains macros. Save it without macros.',
    archiveInside: () =>
      'another archive or a program is inside it. Take that out, or send what is inside as files of their own.',
    bomb: () => 'unpacked it is far larger than a document is. Save it as PDF.',
    damaged: () =>
      'it is damaged or protected by a password, so it could not be looked at. Save it again without a password.',
    tooMany: () => `of the files of one mail the first ${MOST_FILES} are kept. Send it in another mail.`,
  },
  fr: {
    empty: () => 'il est vide. Vérifiez qu’il s’ouvre sur votre ordinateur, puis renvoyez-le.',
    tooLarge: (most) => `il dépasse ${most.replace('.', ',')} Mo. Réduisez-le ou envoyez-le en plusieurs parties.`,
    wrongType: () => `ce type de fichier n’est pas accepté. Enregistrez-le en ${kindsIn('fr')}.`,
    active: () => 'il commence comme une page web ou un programme. Enregistrez-le en PDF.',
    macros: () => 'il contient des macros. Enregistrez-le sans macros.',
    archiveInside: () =>
      'il contient une autre archive ou un programme. Retirez-la, ou envoyez son contenu fichier par fichier.',
    bomb: () => 'une fois décompressé, il est bien plus grand qu’un document. Enregistrez-le en PDF.',
    damaged: () =>
      'il est endommagé ou protégé par un mot de passe et n’a pas pu être vérifié. Enregistrez-le à nouveau sans mot de passe.',
    tooMany: () =>
      `parmi les fichiers d’un même message, les ${MOST_FILES} premiers sont conservés. Envoyez-le dans un autre message.`,
  },
  es: {
    empty: () => 'está vacío. Compruebe que se abre en su equipo y envíelo de nuevo.',
    tooLarge: (most) => `supera los ${most.replace('.', ',')} MB. Redúzcalo o envíelo por partes.`,
    wrongType: () => `no se aceptan archivos de este tipo. Guárdelo como ${kindsIn('es')}.`,
    active: () => 'comienza como una página web o un programa. Guárdelo como PDF.',
    macros: () => 'contiene macros. Guárdelo sin macros.',
    archiveInside: () =>
      'contiene otro archivo comprimido o un programa. Quítelo, o envíe lo que contiene como archivos separados.',
    bomb: () => 'descomprimido es mucho mayor que un documento. Guárdelo como PDF.',
    damaged: () => 'está dañado o protegido con contraseña y no se pudo revisar. Guárdelo de nuevo sin contraseña.',
    tooMany: () => `de los archivos de un mensaje se conservan los ${MOST_FILES} primeros. Envíelo en otro mensaje.`,
  },
};

const lines = (language: Language, { files, mostBytes }: FilesNotKept): string[] =>
  files.map(({ name, why }) => {
    const said = WHY[language][why](megabytes(mostBytes));
    return { en: `“${name}”: ${said}`, fr: `« ${name} » : ${said}`, es: `«${name}»: ${said}` }[language];
  });

/** What a sender is told of files of theirs that were not kept. */
export const FILES_NOT_KEPT: Record<Language, (about: FilesNotKept) => ApartWords> = {
  en: (about) => {
    const n = about.files.length;
    const what = n === 1 ? 'One file that came with it was' : `${n} files that came with it were`;
    const to = about.ref ? ` about ${about.ref}` : '';
    return {
      subject: `Not kept: ${n === 1 ? 'a file' : `${n} files`} of your mail${to}`,
      lead: `Your mail${to} has arrived, and its words are kept. ${what} not kept:`,
      lines: [...lines('en', about), 'You can answer this message with the files that are missing.'],
      button: about.account && about.ref ? 'See what was kept' : 'Help',
      because: 'You receive it once, because files of a mail that you sent were not kept.',
    };
  },
  fr: (about) => {
    const n = about.files.length;
    const what = n === 1 ? 'Un fichier joint n’a pas été conservé :' : `${n} fichiers joints n’ont pas été conservés :`;
    const to = about.ref ? ` au sujet de ${about.ref}` : '';
    return {
      subject: `${n === 1 ? 'Fichier non conservé' : `${n} fichiers non conservés`} : votre message${to}`,
      lead: `Votre message${to} est arrivé et son texte est conservé. ${what}`,
      lines: [...lines('fr', about), 'Vous pouvez répondre à ce message en joignant les fichiers manquants.'],
      button: about.account && about.ref ? 'Voir ce qui est conservé' : 'Aide',
      because:
        'Vous recevez ce message une seule fois, parce que des fichiers que vous avez envoyés n’ont pas été conservés.',
    };
  },
  es: (about) => {
    const n = about.files.length;
    const what = n === 1 ? 'Un archivo adjunto no se conservó:' : `${n} archivos adjuntos no se conservaron:`;
    const to = about.ref ? ` sobre ${about.ref}` : '';
    return {
      subject: `${n === 1 ? 'Archivo no conservado' : `${n} archivos no conservados`}: su mensaje${to}`,
      lead: `Su mensaje${to} ha llegado y su texto se conserva. ${what}`,
      lines: [...lines('es', about), 'Puede responder a este mensaje con los archivos que faltan.'],
      button: about.account && about.ref ? 'Ver lo que se conservó' : 'Ayuda',
      because: 'Recibe este mensaje una sola vez, porque no se conservaron archivos que usted envió.',
    };
  },
};

/** Why a mail found no case and what would help; no word of any case. */
const WAITS_BECAUSE: Record<Language, Record<Unmatched, string>> = {
  en: {
    otherAddress:
      'It answers a message that went to another address. Answer from the address that got the message, or answer a message that came to yours.',
    ended: 'You have no part in that case any more, so what you wrote was not put there.',
    empty: 'No words and no files were found in it. Send it again with what you wanted to say.',
    invitation:
      'An invitation is answered with yes, no or perhaps: by the buttons of your calendar, or on the page of the panel.',
    noNotice:
      'The address that you wrote to belongs to no message of this system. Answer a message that you got from here.',
  },
  fr: {
    otherAddress:
      'Il répond à un message envoyé à une autre adresse. Répondez depuis l’adresse qui a reçu ce message, ou répondez à un message reçu à la vôtre.',
    ended: 'Vous n’intervenez plus dans ce dossier, votre message n’y a donc pas été versé.',
    empty: 'Il ne contenait ni texte ni fichier. Renvoyez-le avec ce que vous vouliez dire.',
    invitation:
      'Une invitation se confirme, se refuse ou s’accepte provisoirement : par les boutons de votre calendrier ou sur la page du comité.',
    noNotice:
      'L’adresse à laquelle vous avez écrit ne correspond à aucun message de ce système. Répondez à un message que vous en avez reçu.',
  },
  es: {
    otherAddress:
      'Responde a un mensaje enviado a otra dirección. Responda desde la dirección que lo recibió, o responda a un mensaje que llegó a la suya.',
    ended: 'Usted ya no participa en ese expediente, por lo que su mensaje no se incorporó.',
    empty: 'No contenía texto ni archivos. Envíelo de nuevo con lo que quería decir.',
    invitation:
      'A una invitación se responde con sí, no o quizás: con los botones de su calendario o en la página del panel.',
    noNotice:
      'La dirección a la que escribió no corresponde a ningún mensaje de este sistema. Responda a un mensaje que haya recibido de aquí.',
  },
};

/** What somebody is told whose mail waits in the tray. */
export const MAIL_WAITS: Record<Language, (about: MailWaits, zone: string) => ApartWords> = {
  en: ({ why, receivedAt }, zone) => ({
    subject: 'Your mail has found no place yet',
    lead: `Your mail of ${dayAndTime('en', receivedAt, zone)} did not find its place by itself. It is kept, and waits for an administrator to look at it.`,
    lines: [WAITS_BECAUSE.en[why]],
    button: 'Sign in',
    because:
      'You receive it because the mail names your address as its sender. If you did not write it, nothing is needed from you.',
  }),
  fr: ({ why, receivedAt }, zone) => ({
    subject: 'Votre message n’a pas encore trouvé sa place',
    lead: `Votre message du ${dayAndTime('fr', receivedAt, zone)} n’a pas trouvé sa place de lui-même. Il est conservé et attend qu’un administrateur l’examine.`,
    lines: [WAITS_BECAUSE.fr[why]],
    button: 'Se connecter',
    because:
      'Vous recevez ce message parce que votre adresse y figure comme expéditeur. Si vous ne l’avez pas écrit, rien n’est attendu de vous.',
  }),
  es: ({ why, receivedAt }, zone) => ({
    subject: 'Su mensaje aún no ha encontrado su lugar',
    lead: `Su mensaje del ${dayAndTime('es', receivedAt, zone)} no encontró su lugar por sí solo. Se conserva y espera a que un administrador lo examine.`,
    lines: [WAITS_BECAUSE.es[why]],
    button: 'Iniciar sesión',
    because:
      'Recibe este mensaje porque su dirección figura como remitente. Si usted no lo escribió, no tiene que hacer nada.',
  }),
};
