import type { Language, NoticeName } from '#domain';
import type { MailWords } from './words.js';

type About = Extract<
  NoticeName,
  | 'signatureWanted'
  | 'signatureVoid'
  | 'signatureMissing'
  | 'signaturesComplete'
  | 'partnersReleased'
  | 'optionToSign'
  | 'optionUnsigned'
  | 'optionSigned'
  | 'caseTakenOver'
>;

/** What the offices of a request of several countries are told of its signatures. */
export const TOGETHER_MAILS: Record<Language, Record<About, MailWords>> = {
  en: {
    partnersReleased: {
      subject: (f) => `The regional draft was given up: ${f.place}`,
      lead: (f) =>
        `The draft of request ${f.ref} (${f.countries}), in which your country was named, will not be submitted. Nothing more is needed from you.`,
      button: 'Read the draft',
    },
    optionToSign: {
      subject: (f) => `A regional option covers your country: ${f.place}`,
      lead: (f) =>
        `In answer to request ${f.ref} (${f.countries}), OHCHR offers one Human Rights Adviser for several countries, yours among them. The offer can be accepted once every Resident Coordinator has signed it. Read what is offered, and sign it, or say why your country does not take part.`,
      button: 'Read the option and sign',
    },
    optionUnsigned: {
      subject: (f) => `A signature of the option is missing: ${f.place}`,
      lead: (f) =>
        `A coordinator has taken a signature back from the regional option that is offered for request ${f.ref} (${f.countries}), or a country has left it. The page says which, and why.`,
      button: 'See the signatures',
    },
    optionSigned: {
      subject: (f) => `Every coordinator has signed the option: ${f.place}`,
      lead: (f) =>
        `Every other Resident Coordinator has signed the regional option that is offered for request ${f.ref} (${f.countries}). You can answer the offer now.`,
      button: 'See the option',
    },
    caseTakenOver: {
      subject: (f) => `You are Resident Coordinator now: ${f.place}`,
      lead: (f) =>
        `You have taken over request ${f.ref} for a Human Rights Adviser (${f.countries}), with everything that was written, signed and asked so far. What was signed before stays signed by who signed it; from now on you sign.`,
      button: 'Open the request',
    },
    signatureWanted: {
      subject: (f) => `A regional request names your country: ${f.place}`,
      lead: (f) =>
        `Request ${f.ref} for one Human Rights Adviser covers several countries (${f.countries}), yours among them. Read the draft, write the part of your country, and sign it: it can be submitted once every Resident Coordinator has signed.`,
      button: 'Read the draft and sign',
    },
    signatureVoid: {
      subject: (f) => `Please sign again: ${f.place}`,
      lead: (f) =>
        `The text of request ${f.ref} (${f.countries}) was changed after it was signed, so signatures that were given are void. The page shows what was changed.`,
      button: 'See what changed and sign',
    },
    signatureMissing: {
      subject: (f) => `A signature or a country is missing: ${f.place}`,
      lead: (f) =>
        `A coordinator has taken a signature back from request ${f.ref} (${f.countries}), or a country has left it. The page says which, and why.`,
      button: 'See the signatures',
    },
    signaturesComplete: {
      subject: (f) => `Every coordinator has signed: ${f.place}`,
      lead: (f) =>
        `Every Resident Coordinator but yours has signed request ${f.ref} (${f.countries}) as it stands. It can be submitted.`,
      button: 'Check and submit',
    },
  },
  fr: {
    partnersReleased: {
      subject: (f) => `Le projet régional est abandonné : ${f.place}`,
      lead: (f) =>
        `Le projet de la demande ${f.ref} (${f.countries}), qui nommait votre pays, ne sera pas soumis. Plus rien n’est attendu de vous.`,
      button: 'Lire le projet',
    },
    optionToSign: {
      subject: (f) => `Une option régionale couvre votre pays : ${f.place}`,
      lead: (f) =>
        `En réponse à la demande ${f.ref} (${f.countries}), le HCDH propose un conseiller ou une conseillère aux droits de l’homme pour plusieurs pays, dont le vôtre. La proposition peut être acceptée une fois signée par chaque coordonnateur résident. Lisez ce qui est proposé et signez, ou dites pourquoi votre pays n’y participe pas.`,
      button: 'Lire l’option et signer',
    },
    optionUnsigned: {
      subject: (f) => `Il manque une signature à l’option : ${f.place}`,
      lead: (f) =>
        `Un coordonnateur a retiré sa signature de l’option régionale proposée pour la demande ${f.ref} (${f.countries}), ou un pays l’a quittée. La page dit lequel et pourquoi.`,
      button: 'Voir les signatures',
    },
    optionSigned: {
      subject: (f) => `Tous les coordonnateurs ont signé l’option : ${f.place}`,
      lead: (f) =>
        `Tous les autres coordonnateurs résidents ont signé l’option régionale proposée pour la demande ${f.ref} (${f.countries}). Vous pouvez répondre à la proposition.`,
      button: 'Voir l’option',
    },
    caseTakenOver: {
      subject: (f) => `Vous êtes désormais coordonnateur ou coordonnatrice : ${f.place}`,
      lead: (f) =>
        `Vous avez repris la demande ${f.ref} d’un conseiller ou d’une conseillère aux droits de l’homme (${f.countries}), avec tout ce qui a été écrit, signé et demandé. Ce qui a été signé le reste sous le nom de qui l’a signé ; désormais, vous signez.`,
      button: 'Ouvrir la demande',
    },
    signatureWanted: {
      subject: (f) => `Une demande régionale nomme votre pays : ${f.place}`,
      lead: (f) =>
        `La demande ${f.ref} d’un conseiller ou d’une conseillère aux droits de l’homme couvre plusieurs pays (${f.countries}), dont le vôtre. Lisez le projet, rédigez la partie de votre pays et signez : la demande peut être soumise une fois signée par chaque coordonnateur résident.`,
      button: 'Lire le projet et signer',
    },
    signatureVoid: {
      subject: (f) => `Veuillez signer de nouveau : ${f.place}`,
      lead: (f) =>
        `Le texte de la demande ${f.ref} (${f.countries}) a été modifié après avoir été signé ; les signatures données ne valent plus. La page montre ce qui a changé.`,
      button: 'Voir les changements et signer',
    },
    signatureMissing: {
      subject: (f) => `Une signature ou un pays manque : ${f.place}`,
      lead: (f) =>
        `Un coordonnateur a retiré sa signature de la demande ${f.ref} (${f.countries}), ou un pays l’a quittée. La page dit lequel, et pourquoi.`,
      button: 'Voir les signatures',
    },
    signaturesComplete: {
      subject: (f) => `Tous les coordonnateurs ont signé : ${f.place}`,
      lead: (f) =>
        `Tous les coordonnateurs résidents sauf le vôtre ont signé la demande ${f.ref} (${f.countries}) en l’état. Elle peut être soumise.`,
      button: 'Vérifier et soumettre',
    },
  },
  es: {
    partnersReleased: {
      subject: (f) => `El borrador regional no sigue adelante: ${f.place}`,
      lead: (f) =>
        `El borrador de la solicitud ${f.ref} (${f.countries}), que nombraba a su país, no se presentará. Ya no se espera nada de usted.`,
      button: 'Leer el borrador',
    },
    optionToSign: {
      subject: (f) => `Una opción regional abarca su país: ${f.place}`,
      lead: (f) =>
        `En respuesta a la solicitud ${f.ref} (${f.countries}), el ACNUDH ofrece un asesor o asesora de derechos humanos para varios países, entre ellos el suyo. La oferta puede aceptarse cuando la hayan firmado todos los coordinadores residentes. Lea lo que se ofrece y firme, o diga por qué su país no participa.`,
      button: 'Leer la opción y firmar',
    },
    optionUnsigned: {
      subject: (f) => `Falta una firma de la opción: ${f.place}`,
      lead: (f) =>
        `Un coordinador ha retirado su firma de la opción regional ofrecida para la solicitud ${f.ref} (${f.countries}), o un país la ha dejado. La página dice cuál y por qué.`,
      button: 'Ver las firmas',
    },
    optionSigned: {
      subject: (f) => `Todos los coordinadores han firmado la opción: ${f.place}`,
      lead: (f) =>
        `Todos los demás coordinadores residentes han firmado la opción regional ofrecida para la solicitud ${f.ref} (${f.countries}). Ya puede responder a la oferta.`,
      button: 'Ver la opción',
    },
    caseTakenOver: {
      subject: (f) => `Usted coordina ahora: ${f.place}`,
      lead: (f) =>
        `Usted se ha hecho cargo de la solicitud ${f.ref} de un asesor o asesora de derechos humanos (${f.countries}), con todo lo escrito, firmado y preguntado hasta ahora. Lo firmado sigue firmado por quien lo firmó; desde ahora firma usted.`,
      button: 'Abrir la solicitud',
    },
    signatureWanted: {
      subject: (f) => `Una solicitud regional nombra a su país: ${f.place}`,
      lead: (f) =>
        `La solicitud ${f.ref} de un asesor o asesora de derechos humanos abarca varios países (${f.countries}), entre ellos el suyo. Lea el borrador, escriba la parte de su país y firme: puede presentarse cuando hayan firmado todos los coordinadores residentes.`,
      button: 'Leer el borrador y firmar',
    },
    signatureVoid: {
      subject: (f) => `Firme de nuevo, por favor: ${f.place}`,
      lead: (f) =>
        `El texto de la solicitud ${f.ref} (${f.countries}) se cambió después de firmado, y las firmas dadas quedan sin efecto. La página muestra lo que cambió.`,
      button: 'Ver los cambios y firmar',
    },
    signatureMissing: {
      subject: (f) => `Falta una firma o un país: ${f.place}`,
      lead: (f) =>
        `Un coordinador ha retirado su firma de la solicitud ${f.ref} (${f.countries}), o un país la ha dejado. La página dice cuál y por qué.`,
      button: 'Ver las firmas',
    },
    signaturesComplete: {
      subject: (f) => `Han firmado todos los coordinadores: ${f.place}`,
      lead: (f) =>
        `Todos los coordinadores residentes menos el suyo han firmado la solicitud ${f.ref} (${f.countries}) tal como está. Puede presentarse.`,
      button: 'Comprobar y presentar',
    },
  },
};
