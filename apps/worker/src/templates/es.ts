import { AFTER_APPROVAL } from './after-approval.js';
import { APPOINTING_MAILS } from './appointing.js';
import { HOLDER_AWAY } from './away.js';
import { BY_LINK_MAILS } from './by-link.js';
import { NEW_VERSION } from './new-version.js';
import { NUDGED } from './nudging.js';
import { POST_SPANISH, POST_TASKS_SPANISH } from './posts-es.js';
import { caseIn, lowerFirst, type LanguageWords, type MailFields } from './words.js';
import { SCORING_MAILS } from './scoring.js';

const request = caseIn.es;
const by = (f: MailFields): string => (f.due ? `, antes del final del ${f.due}` : '');

/** The mails in Spanish. */
export const SPANISH: LanguageWords = {
  notices: {
    requestReceived: {
      subject: (f) => `Solicitud recibida: ${f.place}`,
      lead: (f) => `${request(f)} se ha presentado. Ahora se comprueba si está completa; no se espera nada de usted.`,
      button: 'Abrir la solicitud',
    },
    screeningNeeded: {
      subject: (f) => `Comprobación pendiente: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} se ha presentado. Compruebe si está completa y acéptela o devuélvala.`,
      button: 'Comprobar la solicitud',
    },
    submittedUnchanged: {
      subject: (f) => `Presentada de nuevo, sin cambios: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} se ha presentado de nuevo. Nada ha cambiado en ella desde que se devolvió. Compruébela y acéptela o devuélvala.`,
      button: 'Comprobar la solicitud',
    },
    requestAccepted: {
      subject: (f) => `Solicitud aceptada como completa: ${f.place}`,
      lead: (f) =>
        `${request(f)} está completa. Pasa ahora a la región para su opinión y a los evaluadores para su puntuación; no se espera nada de usted.`,
      button: 'Abrir la solicitud',
    },
    requestReturned: {
      subject: (f) => `Correcciones pendientes: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} se le ha devuelto. Allí se indica lo que debe corregirse.`,
      button: 'Ver qué corregir',
    },
    requestWithdrawn: {
      subject: (f) => `Solicitud retirada: ${f.place}`,
      lead: (f) => `${request(f)} se ha retirado. Ya no se espera nada de usted.`,
      button: 'Abrir la solicitud',
    },
    requestLapsed: {
      subject: (f) => `Solicitud caducada: ${f.place}`,
      lead: (f) =>
        `${request(f)} no se corrigió a tiempo y ha caducado. Puede hacerse una nueva solicitud en cualquier momento.`,
      button: 'Abrir la solicitud',
    },
    draftExpired: {
      subject: (f) => `Borrador caducado: ${f.place}`,
      lead: (f) =>
        `${request(f)} no se presentó a tiempo y ha caducado. Puede hacerse una nueva solicitud en cualquier momento.`,
      button: 'Abrir el borrador',
    },
    adviceWanted: {
      subject: (f) => `Se necesita su opinión: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} está completa. Diga si la apoya, la apoya con condiciones, prefiere una opción regional o no la apoya. Si no llega ninguna opinión a tiempo, se deja constancia y el examen continúa.`,
      button: 'Dar la opinión',
    },
    adviceGiven: {
      subject: (f) => `Opinión recibida${f.who ? ` (${f.who})` : ''}: ${f.place}`,
      lead: (f) => `Se ha dado una opinión${f.who ? ` (${f.who})` : ''} sobre la solicitud ${f.ref} (${f.countries}).`,
      button: 'Leer la opinión',
    },
    silenceRecorded: {
      subject: (f) => `Ninguna opinión recibida a tiempo: ${f.place}`,
      lead: (f) =>
        `El plazo para opinar sobre la solicitud ${f.ref} (${f.countries}) ha terminado. Se deja constancia de que no llegó ninguna opinión; esto no cuenta ni a favor ni en contra.`,
      button: 'Abrir la solicitud',
    },
    ownSilenceRecorded: {
      subject: (f) => `Consta que no llegó su opinión: ${f.place}`,
      lead: (f) =>
        `No llegó ninguna opinión suya sobre la solicitud ${f.ref} (${f.countries}) mientras se esperaba. Se deja constancia de ello; no cuenta ni a favor ni en contra. Mientras el panel no dé su recomendación, aún puede darla; se marcará como tardía.`,
      button: 'Ver la consulta',
    },
    reviewersWanted: {
      subject: (f) => `Evaluadores por designar: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} está completa y espera a sus evaluadores.`,
      button: 'Designar evaluadores',
    },
    reviewerAppointed: {
      subject: (f) => `Se le ha designado para evaluar: ${f.place}${by(f)}`,
      lead: (f) =>
        `Se le pide que puntúe la solicitud ${f.ref} (${f.countries}). Declare primero si tiene un conflicto de intereses; la solicitud se abre después.`,
      button: 'Declarar intereses',
    },
    scoresComplete: {
      subject: (f) => `Todas las puntuaciones están listas: ${f.place}`,
      lead: (f) =>
        `Todos los evaluadores de la solicitud ${f.ref} (${f.countries}) han terminado. Las puntuaciones pueden abrirse.`,
      button: 'Abrir las puntuaciones',
    },
    ...SCORING_MAILS.es,
    moderationNeeded: {
      subject: (f) => `Moderación necesaria: ${f.place}${by(f)}`,
      lead: (f) =>
        `Las evaluaciones de la solicitud ${f.ref} (${f.countries}) están abiertas a sus evaluadores y a la presidencia del panel. Deben moderarse antes de fijarse.`,
      button: 'Leer las evaluaciones',
    },
    questionAsked: {
      subject: (f) => `Una pregunta para usted: ${f.place}${by(f)}`,
      lead: (f) =>
        `El ACNUDH tiene una pregunta sobre la solicitud ${f.ref} (${f.countries}). Mientras esté abierta, el plazo del examen queda en suspenso.`,
      button: 'Responder a la pregunta',
    },
    questionAnswered: {
      subject: (f) => `Pregunta respondida: ${f.place}`,
      lead: (f) => `La oficina en el país respondió a una pregunta sobre la solicitud ${f.ref} (${f.countries}).`,
      button: 'Leer la respuesta',
    },
    ...NEW_VERSION.es,
    questionClosed: {
      subject: (f) => `Pregunta cerrada sin respuesta: ${f.place}${by(f)}`,
      lead: (f) =>
        `El ACNUDH cerró sin respuesta una pregunta sobre la solicitud ${f.ref} (${f.countries}); allí se indica el motivo. Ya no hace falta responderla, y el examen continúa.`,
      button: 'Leer el motivo',
    },
    recommendationNeeded: {
      subject: (f) => `Recomendación pendiente: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} está ante el panel y espera su recomendación.`,
      button: 'Recomendar',
    },
    decisionNeeded: {
      subject: (f) => `Decisión pendiente: ${f.place}${by(f)}`,
      lead: (f) =>
        `El panel ha dado su recomendación sobre la solicitud ${f.ref} (${f.countries}). La decisión es suya.`,
      button: 'Decidir',
    },
    sentBackToPanel: {
      subject: (f) => `Devuelta al panel: ${f.place}${by(f)}`,
      lead: (f) => `La solicitud ${f.ref} (${f.countries}) se ha devuelto al panel. Allí se indica el motivo.`,
      button: 'Recomendar de nuevo',
    },
    sentBackToReview: {
      subject: (f) => `Devuelta a los evaluadores: ${f.place}`,
      lead: (f) =>
        `El panel ha devuelto la solicitud ${f.ref} (${f.countries}) a sus evaluadores. Allí se indica el motivo.`,
      button: 'Abrir la solicitud',
    },
    decisionLetter: {
      subject: (f) => `Decisión sobre la solicitud: ${f.place}`,
      lead: (f) =>
        `La decisión sobre la solicitud ${f.ref} (${f.countries}) figura en la carta adjunta a este mensaje.`,
      button: 'Leer la carta',
    },
    fundsNeeded: {
      subject: (f) => `Se necesitan fondos: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} está aprobada, si los recursos lo permiten. Espera a que se cubra su primer período${f.due ? `; la aprobación es válida hasta el ${f.due}` : ''}.`,
      button: 'Abrir la solicitud',
    },
    offerAnswered: {
      subject: (f) => `Oferta respondida: ${f.place}`,
      lead: (f) =>
        `El Coordinador Residente respondió a la oferta de una opción regional para la solicitud ${f.ref} (${f.countries}).`,
      button: 'Leer la respuesta',
    },
    reconsiderationRequested: {
      subject: (f) => `Reconsideración pedida: ${f.place}${by(f)}`,
      lead: (f) =>
        `El Coordinador Residente pide que se reconsidere la solicitud ${f.ref} (${f.countries}). Está de nuevo ante el panel.`,
      button: 'Abrir la solicitud',
    },
    ...BY_LINK_MAILS.es.notices,
    ...APPOINTING_MAILS.es.notices,
    ...AFTER_APPROVAL.es.notices,
    ...POST_SPANISH,
  },
  clocks: {
    reminder: (t) => ({
      subject: (f) => `Recordatorio: ${lowerFirst(t.need)}, ${f.place}${by(f)}`,
      lead: t.reminder ?? ((f) => `${request(f)} espera ${t.awaited}${by(f)}.`),
      button: t.button,
    }),
    due: (t) => ({
      subject: (f) => `${t.need}: ${f.place}, último día el ${f.due}`,
      lead: (f) => `${request(f)} espera ${t.awaited}. El último día es el ${f.due}.`,
      button: t.button,
    }),
    overdue: (t) => ({
      subject: (f) => `${t.need}: ${f.place}, con retraso desde el ${f.due}`,
      lead: (f) => `${request(f)} todavía espera ${t.awaited}. El plazo terminó el ${f.due}.`,
      button: t.button,
    }),
    nudged: NUDGED.es,
    escalation: (t) => ({
      subject: (f) => `Con retraso desde el ${f.due}: ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${request(f)} espera ${t.awaited}; el plazo terminó el ${f.due}. Quien debe actuar recibió recordatorios; se le informa porque el asunto pasa al nivel superior.`,
      button: 'Abrir la página',
    }),
    ...HOLDER_AWAY.es,
  },
  tasks: {
    finishDraft: {
      need: 'Su borrador no se ha presentado',
      awaited: 'la presentación del borrador',
      button: 'Continuar el borrador',
      reminder: (f) =>
        `El borrador ${f.ref} (${f.countries}) no se ha modificado desde hace tiempo. Si no se presenta, caduca el ${f.due}.`,
    },
    screen: {
      need: 'Comprobación pendiente',
      awaited: 'la comprobación de que está completa',
      button: 'Comprobar la solicitud',
    },
    correct: {
      need: 'Correcciones pendientes',
      awaited: 'las correcciones de la oficina en el país',
      button: 'Corregir la solicitud',
    },
    ...BY_LINK_MAILS.es.tasks,
    ...APPOINTING_MAILS.es.tasks,
    answer: {
      need: 'Se necesita su respuesta',
      awaited: 'una respuesta de la oficina en el país',
      button: 'Responder a la pregunta',
    },
    declare: {
      need: 'Se necesita su declaración',
      awaited: 'la declaración de intereses de un evaluador',
      button: 'Declarar intereses',
    },
    score: {
      need: 'Se necesita su puntuación',
      awaited: 'la puntuación de un evaluador',
      button: 'Continuar la puntuación',
    },
    reveal: {
      need: 'Puntuaciones por abrir',
      awaited: 'la apertura de las puntuaciones',
      button: 'Abrir las puntuaciones',
    },
    settle: {
      need: 'Puntuaciones por fijar',
      awaited: 'las puntuaciones definitivas',
      button: 'Fijar las puntuaciones',
    },
    moderate: {
      need: 'Moderación necesaria',
      awaited: 'la moderación de las puntuaciones',
      button: 'Moderar las puntuaciones',
    },
    recommend: { need: 'Recomendación pendiente', awaited: 'la recomendación del panel', button: 'Recomendar' },
    decide: { need: 'Decisión pendiente', awaited: 'la decisión', button: 'Decidir' },
    answerOffer: {
      need: 'Se necesita su respuesta a la oferta',
      awaited: 'la respuesta del Coordinador Residente a la oferta',
      button: 'Responder a la oferta',
    },
    takeUpAgain: {
      need: 'Solicitud aplazada por retomar',
      awaited: 'que se retome tras el aplazamiento',
      button: 'Abrir la solicitud',
    },
    findFunds: {
      need: 'Se necesitan fondos',
      awaited: 'fondos para su primer período',
      button: 'Abrir la solicitud',
    },
    ...AFTER_APPROVAL.es.tasks,
  },
  postTasks: POST_TASKS_SPANISH,
  placeOf: (first, others) => `${first} y otros ${others} países`,
  greeting: (f) => `Buenos días, ${f.recipient}:`,
  copyAddress: 'Si el botón no funciona, copie esta dirección:',
  confidential: 'Por confidencialidad, este mensaje no contiene ningún texto del expediente.',
  letterFor: (copies) =>
    `Se dirige al Coordinador Residente, para que actúe en consecuencia.${copies ? ` En copia, para información: ${copies}.` : ''}`,
  because: {
    rcOffice: 'Lo recibe porque trabaja en la Oficina del Coordinador Residente.',
    residentCoordinator: 'Lo recibe en calidad de Coordinador Residente.',
    actingCoordinator: 'Lo recibe porque actúa en nombre del Coordinador Residente.',
    deskOfficer: 'Lo recibe como oficial encargado del ACNUDH para esta región.',
    reviewer: 'Lo recibe porque evalúa esta solicitud.',
    panelChair: 'Lo recibe porque preside el panel.',
    approver: 'Lo recibe porque decide sobre las solicitudes de esta región.',
    regionalTeam: 'Lo recibe porque habla por el equipo regional del GNUD.',
    regionalOffice: 'Lo recibe porque habla por una oficina del ACNUDH en esta región.',
    ...BY_LINK_MAILS.es.because,
    fundManager: 'Lo recibe porque gestiona el fondo.',
    adviser: 'Lo recibe porque ocupa este puesto o va a ocuparlo.',
  },
  illustrative: 'Datos ilustrativos: esto es una demostración; sus personas y solicitudes son inventadas.',
};
