import type { ClosedLink, Language } from '#domain';

/** All that the page of a link says, in one language. */
export interface EndorseWords {
  title: string;
  closedTitle: string;
  answeredTitle: string;
  kept: string;
  intro: string;
  whose: (who: string) => string;
  until: (day: string) => string;
  answered: (day: string) => string;
  open: string;
  seeAnswer: string;
  seen: string;
  closed: Record<ClosedLink, string>;
  expiredOn: (day: string) => string;
  toAsk: (who: string) => string;
  own: string;
  ownVoid: string;
  changedTitle: string;
  changedNote: string;
  before: string;
  after: string;
  answer: string;
  rule: string;
  note: string;
  position: string;
  positions: { endorses: string; declines: string };
  positionHints: { endorses: string; declines: string };
  word: string;
  wordHint: string;
  contribution: string;
  contributionHint: string;
  kinds: { none: string; cash: string; 'in-kind': string };
  amount: string;
  amountHint: string;
  what: string;
  from: string;
  fromHint: string;
  who: string;
  self: (who: string) => string;
  other: string;
  otherName: string;
  otherPosition: string;
  otherHint: string;
  send: string;
  change: string;
  foot: string;
  request: string;
  requestNote: string;
  /** Leads from the form down to the request. */
  toRead: string;
  /** Stands over what has to be corrected; in English as everywhere. */
  wrong: string;
  optional: string;
  problems: Record<string, string>;
}

const ENGLISH: EndorseWords = {
  title: 'Your endorsement is asked for',
  closedTitle: 'This link is closed',
  answeredTitle: 'Your answer is recorded',
  kept: 'What you wrote. It was not recorded',
  intro:
    'The Resident Coordinator’s Office asks heads of agency to read a request for a Human Rights Adviser before it is submitted, and to endorse it or to decline. You need no account.',
  whose: (who) => `This link is for ${who}. If that is not you, ask who answers for your agency before you go on.`,
  until: (day) => `You can answer until ${day}, as long as the request is not submitted.`,
  answered: (day) => `You answered on ${day}. You can change your answer until the request is submitted.`,
  open: 'Open the request',
  seeAnswer: 'See what you answered',
  seen: 'The office sees that it was opened.',
  closed: {
    withdrawn: 'The office has taken this question back. Nothing is asked of you any more.',
    replaced: 'Somebody else now answers for your agency. What you answered stays in the record.',
    newer: 'A newer link was sent to you. Open the one in the newest mail.',
    submitted: 'The request was submitted, so answers cannot be given or changed any more.',
    ended: 'The request was withdrawn or has ended. Nothing is asked of you any more.',
    expired: 'The time of this link is over.',
  },
  expiredOn: (day) => `This link could be used until ${day}.`,
  toAsk: (who) => `To answer still, write to ${who}: the office can send you a new link.`,
  own: 'What you answered',
  ownVoid: 'The request was changed after you answered. Your endorsement does not count until you give it again.',
  changedTitle: 'What changed since you answered',
  changedNote: 'Each answer that differs, as you read it and as it is now.',
  before: 'As you read it',
  after: 'As it is now',
  answer: 'Your answer',
  rule: 'Your answer is about the request as it stands below. If the office changes the text afterwards, an endorsement becomes void and you are asked again.',
  note: 'The office writes',
  position: 'Does your agency endorse the request?',
  positions: { endorses: 'Yes, it endorses it', declines: 'No, it declines' },
  positionHints: { endorses: 'As it stands below.', declines: 'Say why in a word.' },
  word: 'A word',
  wordHint: 'Needed only if you decline. It is read with the request.',
  contribution: 'What does your agency give?',
  contributionHint: 'Leave it at “Nothing” if you decline.',
  kinds: { none: 'Nothing', cash: 'In cash', 'in-kind': 'In kind' },
  amount: 'Amount or value',
  amountHint: 'In US dollars. For what is given in kind it may stay empty.',
  what: 'What is given',
  from: 'From when',
  fromHint: 'For example, 1 4 2027.',
  who: 'Who answers?',
  self: (who) => `I am ${who}`,
  other: 'I answer for them',
  otherName: 'Your name',
  otherPosition: 'What you are',
  otherHint: 'If you answer for them. Your name stands in the record beside theirs.',
  send: 'Send the answer',
  change: 'Change the answer',
  foot: 'It is read by the country’s side, the region and OHCHR, under your name and that of your agency.',
  request: 'The request',
  requestNote: 'With its documents. What is said of risk is not shown here.',
  toRead: 'Read the request',
  wrong: '',
  optional: 'optional',
  problems: {},
};

const FRENCH: EndorseWords = {
  title: 'Votre appui est demandé',
  closedTitle: 'Ce lien est fermé',
  answeredTitle: 'Votre réponse est enregistrée',
  kept: 'Ce que vous avez écrit. Cela n’a pas été enregistré',
  intro:
    'Le Bureau du Coordonnateur résident demande aux chefs d’agence de lire une demande de conseiller pour les droits de l’homme avant qu’elle ne soit soumise, et de l’appuyer ou de décliner. Aucun compte n’est nécessaire.',
  whose: (who) =>
    `Ce lien est destiné à ${who}. Si ce n’est pas vous, demandez qui répond pour votre agence avant de continuer.`,
  until: (day) => `Vous pouvez répondre jusqu’au ${day}, tant que la demande n’est pas soumise.`,
  answered: (day) =>
    `Vous avez répondu le ${day}. Vous pouvez modifier votre réponse jusqu’à la soumission de la demande.`,
  open: 'Ouvrir la demande',
  seeAnswer: 'Voir votre réponse',
  seen: 'Le Bureau voit que la demande a été ouverte.',
  closed: {
    withdrawn: 'Le Bureau a retiré cette question. Rien ne vous est plus demandé.',
    replaced: 'Une autre personne répond désormais pour votre agence. Votre réponse reste consignée.',
    newer: 'Un lien plus récent vous a été envoyé. Ouvrez celui du dernier message.',
    submitted: 'La demande a été soumise ; il n’est plus possible de répondre ni de modifier une réponse.',
    ended: 'La demande a été retirée ou est close. Rien ne vous est plus demandé.',
    expired: 'Le délai de ce lien est passé.',
  },
  expiredOn: (day) => `Ce lien était valable jusqu’au ${day}.`,
  toAsk: (who) => `Pour répondre encore, écrivez à ${who} : le Bureau peut vous envoyer un nouveau lien.`,
  own: 'Ce que vous avez répondu',
  ownVoid:
    'La demande a changé après votre réponse. Votre appui ne compte plus tant que vous ne le donnez pas de nouveau.',
  changedTitle: 'Ce qui a changé depuis votre réponse',
  changedNote: 'Chaque réponse qui diffère, telle que vous l’avez lue et telle qu’elle est maintenant.',
  before: 'Telle que vous l’avez lue',
  after: 'Telle qu’elle est maintenant',
  answer: 'Votre réponse',
  rule: 'Votre réponse porte sur la demande telle qu’elle figure ci-dessous. Si le Bureau modifie ensuite le texte, l’appui devient nul et vous êtes sollicité de nouveau.',
  note: 'Le Bureau écrit',
  position: 'Votre agence appuie-t-elle la demande ?',
  positions: { endorses: 'Oui, elle l’appuie', declines: 'Non, elle décline' },
  positionHints: { endorses: 'Telle qu’elle figure ci-dessous.', declines: 'Dites pourquoi en un mot.' },
  word: 'Un mot',
  wordHint: 'Nécessaire seulement si vous déclinez. Il est lu avec la demande.',
  contribution: 'Qu’apporte votre agence ?',
  contributionHint: 'Laissez « Rien » si vous déclinez.',
  kinds: { none: 'Rien', cash: 'En espèces', 'in-kind': 'En nature' },
  amount: 'Montant ou valeur',
  amountHint: 'En dollars des États-Unis. Peut rester vide pour un apport en nature.',
  what: 'Ce qui est apporté',
  from: 'À partir de quand',
  fromHint: 'Par exemple, 1 4 2027.',
  who: 'Qui répond ?',
  self: (who) => `Je suis ${who}`,
  other: 'Je réponds en son nom',
  otherName: 'Votre nom',
  otherPosition: 'Votre fonction',
  otherHint: 'Si vous répondez en son nom. Votre nom est consigné à côté du sien.',
  send: 'Envoyer la réponse',
  change: 'Modifier la réponse',
  foot: 'Elle est lue par le pays, la région et le HCDH, sous votre nom et celui de votre agence.',
  request: 'La demande',
  requestNote: 'Avec ses documents. Ce qui est dit des risques ne figure pas ici.',
  toRead: 'Lire la demande',
  wrong: 'À corriger avant l’envoi',
  optional: 'facultatif',
  problems: {
    position: 'Choisissez une réponse',
    word: 'Dites en un mot pourquoi votre agence n’appuie pas la demande',
    who: 'Dites qui répond',
    'answeredBy.name': 'Indiquez votre nom',
    'answeredBy.position': 'Indiquez votre fonction',
    'contribution.kind': 'Choisissez une réponse',
    'contribution.amountUSD': 'Indiquez un montant en dollars, par exemple 25000 ou 1250.50',
    'contribution.text': 'Dites ce qui est apporté',
    'contribution.from': 'Indiquez une date réelle, par exemple 1 4 2027',
    text: 'La demande a été modifiée pendant votre lecture. Relisez-la, puis répondez ; votre texte est conservé',
  },
};

const SPANISH: EndorseWords = {
  title: 'Se solicita su apoyo',
  closedTitle: 'Este enlace está cerrado',
  answeredTitle: 'Su respuesta queda registrada',
  kept: 'Lo que escribió. No quedó registrado',
  intro:
    'La Oficina del Coordinador Residente pide a los jefes de agencia que lean una solicitud de Asesor de Derechos Humanos antes de que se presente, y que la apoyen o declinen hacerlo. No se necesita cuenta.',
  whose: (who) => `Este enlace es para ${who}. Si no es usted, pregunte quién responde por su agencia antes de seguir.`,
  until: (day) => `Puede responder hasta el ${day}, mientras la solicitud no se haya presentado.`,
  answered: (day) => `Usted respondió el ${day}. Puede cambiar su respuesta hasta que se presente la solicitud.`,
  open: 'Abrir la solicitud',
  seeAnswer: 'Ver lo que respondió',
  seen: 'La Oficina ve que se ha abierto.',
  closed: {
    withdrawn: 'La Oficina ha retirado esta pregunta. Ya no se le pide nada.',
    replaced: 'Ahora responde otra persona por su agencia. Lo que usted respondió queda registrado.',
    newer: 'Se le envió un enlace más reciente. Abra el del último mensaje.',
    submitted: 'La solicitud se ha presentado; ya no se puede responder ni cambiar la respuesta.',
    ended: 'La solicitud se retiró o ha terminado. Ya no se le pide nada.',
    expired: 'El plazo de este enlace ha terminado.',
  },
  expiredOn: (day) => `Este enlace podía usarse hasta el ${day}.`,
  toAsk: (who) => `Si aún quiere responder, escriba a ${who}: la Oficina puede enviarle otro enlace.`,
  own: 'Lo que usted respondió',
  ownVoid: 'La solicitud cambió después de su respuesta. Su apoyo no cuenta hasta que lo dé de nuevo.',
  changedTitle: 'Lo que ha cambiado desde su respuesta',
  changedNote: 'Cada respuesta que difiere, como usted la leyó y como está ahora.',
  before: 'Como la leyó',
  after: 'Como está ahora',
  answer: 'Su respuesta',
  rule: 'Su respuesta se refiere a la solicitud tal como figura más abajo. Si la Oficina cambia después el texto, el apoyo queda sin efecto y se le pregunta de nuevo.',
  note: 'La Oficina escribe',
  position: '¿Apoya su agencia la solicitud?',
  positions: { endorses: 'Sí, la apoya', declines: 'No, declina' },
  positionHints: { endorses: 'Tal como figura más abajo.', declines: 'Diga por qué en una palabra.' },
  word: 'Unas palabras',
  wordHint: 'Solo es necesario si declina. Se lee con la solicitud.',
  contribution: '¿Qué aporta su agencia?',
  contributionHint: 'Deje «Nada» si declina.',
  kinds: { none: 'Nada', cash: 'En efectivo', 'in-kind': 'En especie' },
  amount: 'Importe o valor',
  amountHint: 'En dólares de los Estados Unidos. Puede quedar vacío si el aporte es en especie.',
  what: 'Qué se aporta',
  from: 'Desde cuándo',
  fromHint: 'Por ejemplo, 1 4 2027.',
  who: '¿Quién responde?',
  self: (who) => `Soy ${who}`,
  other: 'Respondo en su nombre',
  otherName: 'Su nombre',
  otherPosition: 'Su cargo',
  otherHint: 'Si responde en su nombre. Su nombre queda registrado junto al suyo.',
  send: 'Enviar la respuesta',
  change: 'Cambiar la respuesta',
  foot: 'La leen el país, la región y el ACNUDH, con su nombre y el de su agencia.',
  request: 'La solicitud',
  requestNote: 'Con sus documentos. Aquí no figura lo que se dice de los riesgos.',
  toRead: 'Leer la solicitud',
  wrong: 'Corrija esto antes de enviar',
  optional: 'opcional',
  problems: {
    position: 'Elija una respuesta',
    word: 'Diga en una palabra por qué su agencia no apoya la solicitud',
    who: 'Diga quién responde',
    'answeredBy.name': 'Escriba su nombre',
    'answeredBy.position': 'Escriba su cargo',
    'contribution.kind': 'Elija una respuesta',
    'contribution.amountUSD': 'Escriba un importe en dólares, como 25000 o 1250.50',
    'contribution.text': 'Diga qué se aporta',
    'contribution.from': 'Escriba una fecha real, como 1 4 2027',
    text: 'La solicitud cambió mientras la leía. Léala de nuevo y responda; lo que escribió se conserva',
  },
};

/** The page of a link in the language of who is asked. */
export const ENDORSE_WORDS: Record<Language, EndorseWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
