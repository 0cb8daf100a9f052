import { AFTER_APPROVAL } from './after-approval.js';
import { APPOINTING_MAILS } from './appointing.js';
import { HOLDER_AWAY } from './away.js';
import { BY_LINK_MAILS } from './by-link.js';
import { NEW_VERSION } from './new-version.js';
import { NUDGED } from './nudging.js';
import { POST_FRENCH, POST_TASKS_FRENCH } from './posts-fr.js';
import { caseIn, lowerFirst, type LanguageWords, type MailFields } from './words.js';
import { SCORING_MAILS } from './scoring.js';

const request = caseIn.fr;
const by = (f: MailFields): string => (f.due ? `, d’ici au ${f.due}` : '');

/** The mails in French. */
export const FRENCH: LanguageWords = {
  notices: {
    requestReceived: {
      subject: (f) => `Demande reçue : ${f.place}`,
      lead: (f) => `${request(f)} a été présentée. Sa complétude est en cours d’examen ; rien n’est attendu de vous.`,
      button: 'Ouvrir la demande',
    },
    screeningNeeded: {
      subject: (f) => `Vérification de complétude attendue : ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} a été présentée. Vérifiez si elle est complète, puis acceptez-la ou renvoyez-la.`,
      button: 'Vérifier la demande',
    },
    submittedUnchanged: {
      subject: (f) => `Présentée de nouveau, sans changement : ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} a été présentée de nouveau. Rien n’y a été changé depuis son renvoi. Vérifiez-la, puis acceptez-la ou renvoyez-la.`,
      button: 'Vérifier la demande',
    },
    requestAccepted: {
      subject: (f) => `Demande jugée complète : ${f.place}`,
      lead: (f) =>
        `${request(f)} est complète. Elle est transmise à la région pour avis et aux évaluateurs pour notation ; rien n’est attendu de vous.`,
      button: 'Ouvrir la demande',
    },
    requestReturned: {
      subject: (f) => `Corrections attendues : ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} vous est renvoyée. Ce qu’il faut corriger y est indiqué.`,
      button: 'Voir les corrections',
    },
    requestWithdrawn: {
      subject: (f) => `Demande retirée : ${f.place}`,
      lead: (f) => `${request(f)} a été retirée. Plus rien n’est attendu de vous.`,
      button: 'Ouvrir la demande',
    },
    requestLapsed: {
      subject: (f) => `Demande caduque : ${f.place}`,
      lead: (f) =>
        `${request(f)} n’a pas été corrigée à temps et est devenue caduque. Une nouvelle demande peut être faite à tout moment.`,
      button: 'Ouvrir la demande',
    },
    draftExpired: {
      subject: (f) => `Projet expiré : ${f.place}`,
      lead: (f) =>
        `${request(f)} n’a pas été présentée à temps et a expiré. Une nouvelle demande peut être faite à tout moment.`,
      button: 'Ouvrir le projet',
    },
    adviceWanted: {
      subject: (f) => `Votre avis est attendu : ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} est complète. Dites si vous l’appuyez, l’appuyez sous conditions, préférez une formule régionale ou ne l’appuyez pas. Si aucun avis n’arrive à temps, il en est pris acte et l’examen se poursuit.`,
      button: 'Donner un avis',
    },
    adviceGiven: {
      subject: (f) => `Avis reçu${f.who ? ` (${f.who})` : ''} : ${f.place}`,
      lead: (f) => `Un avis${f.who ? ` (${f.who})` : ''} a été donné sur la demande ${f.ref} (${f.countries}).`,
      button: 'Lire l’avis',
    },
    silenceRecorded: {
      subject: (f) => `Aucun avis reçu à temps : ${f.place}`,
      lead: (f) =>
        `Le délai pour donner un avis sur la demande ${f.ref} (${f.countries}) est passé. Il est pris acte qu’aucun n’est venu ; cela ne compte ni pour ni contre la demande.`,
      button: 'Ouvrir la demande',
    },
    ownSilenceRecorded: {
      subject: (f) => `Absence d’avis de votre part consignée : ${f.place}`,
      lead: (f) =>
        `Aucun avis n’est venu de votre part sur la demande ${f.ref} (${f.countries}) tant qu’il était attendu. Il en est pris acte ; cela ne compte ni pour ni contre la demande. Tant que le comité n’a pas fait sa recommandation, vous pouvez encore le donner ; il sera marqué comme tardif.`,
      button: 'Voir la demande d’avis',
    },
    reviewersWanted: {
      subject: (f) => `Évaluateurs à désigner : ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} est complète et attend ses évaluateurs.`,
      button: 'Désigner des évaluateurs',
    },
    reviewerAppointed: {
      subject: (f) => `Vous êtes désigné(e) pour évaluer : ${f.place}${by(f)}`,
      lead: (f) =>
        `Vous êtes invité(e) à noter la demande ${f.ref} (${f.countries}). Déclarez d’abord si vous avez un conflit d’intérêts ; la demande s’ouvre ensuite.`,
      button: 'Déclarer mes intérêts',
    },
    scoresComplete: {
      subject: (f) => `Toutes les notes sont là : ${f.place}`,
      lead: (f) =>
        `Tous les évaluateurs de la demande ${f.ref} (${f.countries}) ont terminé. Les notes peuvent être ouvertes.`,
      button: 'Ouvrir les notes',
    },
    ...SCORING_MAILS.fr,
    moderationNeeded: {
      subject: (f) => `Concertation nécessaire : ${f.place}${by(f)}`,
      lead: (f) =>
        `Les évaluations de la demande ${f.ref} (${f.countries}) sont ouvertes aux évaluateurs et à la présidence du comité. Une concertation est nécessaire avant qu’elles soient arrêtées.`,
      button: 'Lire les évaluations',
    },
    questionAsked: {
      subject: (f) => `Une question pour vous : ${f.place}${by(f)}`,
      lead: (f) =>
        `Le HCDH a une question sur la demande ${f.ref} (${f.countries}). Tant qu’elle est ouverte, le délai de l’examen est suspendu.`,
      button: 'Répondre à la question',
    },
    questionAnswered: {
      subject: (f) => `Réponse reçue : ${f.place}`,
      lead: (f) => `Le bureau de pays a répondu à une question sur la demande ${f.ref} (${f.countries}).`,
      button: 'Lire la réponse',
    },
    ...NEW_VERSION.fr,
    questionClosed: {
      subject: (f) => `Question close sans réponse : ${f.place}${by(f)}`,
      lead: (f) =>
        `Le HCDH a clos sans réponse une question sur la demande ${f.ref} (${f.countries}) ; le motif y est indiqué. Il n’est plus nécessaire d’y répondre, et l’examen se poursuit.`,
      button: 'Lire le motif',
    },
    recommendationNeeded: {
      subject: (f) => `Recommandation attendue : ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} est devant le comité et attend sa recommandation.`,
      button: 'Recommander',
    },
    decisionNeeded: {
      subject: (f) => `Décision attendue : ${f.place}${by(f)}`,
      lead: (f) =>
        `Le comité a rendu sa recommandation sur la demande ${f.ref} (${f.countries}). La décision vous revient.`,
      button: 'Décider',
    },
    sentBackToPanel: {
      subject: (f) => `Renvoi devant le comité : ${f.place}${by(f)}`,
      lead: (f) => `La demande ${f.ref} (${f.countries}) est renvoyée devant le comité. Le motif y est indiqué.`,
      button: 'Recommander de nouveau',
    },
    sentBackToReview: {
      subject: (f) => `Renvoi aux évaluateurs : ${f.place}`,
      lead: (f) => `Le comité renvoie la demande ${f.ref} (${f.countries}) à ses évaluateurs. Le motif y est indiqué.`,
      button: 'Ouvrir la demande',
    },
    decisionLetter: {
      subject: (f) => `Décision sur la demande : ${f.place}`,
      lead: (f) => `La décision sur la demande ${f.ref} (${f.countries}) figure dans la lettre jointe à ce message.`,
      button: 'Lire la lettre',
    },
    fundsNeeded: {
      subject: (f) => `Financement attendu : ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} est approuvée, sous réserve des ressources disponibles. Elle attend que sa première période soit financée${f.due ? ` ; l’approbation est valable jusqu’au ${f.due}` : ''}.`,
      button: 'Ouvrir la demande',
    },
    offerAnswered: {
      subject: (f) => `Réponse à l’offre : ${f.place}`,
      lead: (f) =>
        `Le Coordonnateur résident a répondu à l’offre d’une formule régionale pour la demande ${f.ref} (${f.countries}).`,
      button: 'Lire la réponse',
    },
    reconsiderationRequested: {
      subject: (f) => `Réexamen demandé : ${f.place}${by(f)}`,
      lead: (f) =>
        `Le Coordonnateur résident demande le réexamen de la demande ${f.ref} (${f.countries}). Elle est de nouveau devant le comité.`,
      button: 'Ouvrir la demande',
    },
    ...BY_LINK_MAILS.fr.notices,
    ...APPOINTING_MAILS.fr.notices,
    ...AFTER_APPROVAL.fr.notices,
    ...POST_FRENCH,
  },
  clocks: {
    reminder: (t) => ({
      subject: (f) => `Rappel : ${lowerFirst(t.need)}, ${f.place}${by(f)}`,
      lead: t.reminder ?? ((f) => `${request(f)} attend ${t.awaited}, d’ici au ${f.due}.`),
      button: t.button,
    }),
    due: (t) => ({
      subject: (f) => `${t.need} : ${f.place}, dernier jour le ${f.due}`,
      lead: (f) => `${request(f)} attend ${t.awaited}. Le dernier jour est le ${f.due}.`,
      button: t.button,
    }),
    overdue: (t) => ({
      subject: (f) => `${t.need} : ${f.place}, en retard depuis le ${f.due}`,
      lead: (f) => `${request(f)} attend toujours ${t.awaited}. Le délai s’achevait le ${f.due}.`,
      button: t.button,
    }),
    nudged: NUDGED.fr,
    escalation: (t) => ({
      subject: (f) => `En retard depuis le ${f.due} : ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${request(f)} attend ${t.awaited} ; le délai s’achevait le ${f.due}. La personne qui doit agir a reçu des rappels ; vous en êtes informé(e) pour pouvoir aider.`,
      button: 'Ouvrir la page',
    }),
    ...HOLDER_AWAY.fr,
  },
  tasks: {
    finishDraft: {
      need: 'Votre projet n’est pas présenté',
      awaited: 'la présentation du projet',
      button: 'Reprendre le projet',
      reminder: (f) =>
        `Le projet ${f.ref} (${f.countries}) n’a pas été modifié depuis un certain temps. S’il n’est pas présenté, il expire le ${f.due}.`,
    },
    screen: {
      need: 'Vérification de complétude attendue',
      awaited: 'la vérification de complétude',
      button: 'Vérifier la demande',
    },
    correct: {
      need: 'Corrections attendues',
      awaited: 'les corrections du bureau de pays',
      button: 'Corriger la demande',
    },
    ...BY_LINK_MAILS.fr.tasks,
    ...APPOINTING_MAILS.fr.tasks,
    answer: {
      need: 'Votre réponse est attendue',
      awaited: 'une réponse du bureau de pays',
      button: 'Répondre à la question',
    },
    declare: {
      need: 'Votre déclaration est attendue',
      awaited: 'la déclaration d’intérêts d’un évaluateur',
      button: 'Déclarer mes intérêts',
    },
    score: { need: 'Votre notation est attendue', awaited: 'la notation d’un évaluateur', button: 'Continuer à noter' },
    reveal: { need: 'Notes à ouvrir', awaited: 'l’ouverture des notes', button: 'Ouvrir les notes' },
    settle: { need: 'Notes à arrêter', awaited: 'les notes définitives', button: 'Arrêter les notes' },
    moderate: {
      need: 'Concertation nécessaire',
      awaited: 'la concertation sur les notes',
      button: 'Conduire la concertation',
    },
    recommend: { need: 'Recommandation attendue', awaited: 'la recommandation du comité', button: 'Recommander' },
    decide: { need: 'Décision attendue', awaited: 'la décision', button: 'Décider' },
    answerOffer: {
      need: 'Votre réponse à l’offre est attendue',
      awaited: 'la réponse du Coordonnateur résident à l’offre',
      button: 'Répondre à l’offre',
    },
    takeUpAgain: {
      need: 'Demande reportée à reprendre',
      awaited: 'la reprise de la demande reportée',
      button: 'Ouvrir la demande',
    },
    findFunds: {
      need: 'Financement attendu',
      awaited: 'le financement de sa première période',
      button: 'Ouvrir la demande',
    },
    ...AFTER_APPROVAL.fr.tasks,
  },
  postTasks: POST_TASKS_FRENCH,
  placeOf: (first, others) => `${first} et ${others} autres pays`,
  greeting: (f) => `Bonjour ${f.recipient},`,
  copyAddress: 'Si le bouton ne fonctionne pas, copiez cette adresse :',
  confidential: 'Par souci de confidentialité, ce message ne contient aucun texte du dossier.',
  letterFor: (copies) =>
    `Il est adressé au Coordonnateur résident, pour suite à donner.${copies ? ` En copie, pour information : ${copies}.` : ''}`,
  because: {
    rcOffice: 'Vous le recevez parce que vous travaillez au Bureau du Coordonnateur résident.',
    residentCoordinator: 'Vous le recevez en qualité de Coordonnateur résident.',
    actingCoordinator: 'Vous le recevez parce que vous agissez pour le Coordonnateur résident.',
    deskOfficer: 'Vous le recevez en qualité de chargé(e) de dossier du HCDH pour cette région.',
    reviewer: 'Vous le recevez parce que vous évaluez cette demande.',
    panelChair: 'Vous le recevez parce que vous présidez le comité.',
    approver: 'Vous le recevez parce que vous décidez des demandes de cette région.',
    regionalTeam: 'Vous le recevez parce que vous parlez au nom de l’équipe régionale du GNUD.',
    regionalOffice: 'Vous le recevez parce que vous parlez au nom d’un bureau du HCDH dans cette région.',
    ...BY_LINK_MAILS.fr.because,
    fundManager: 'Vous le recevez parce que vous gérez le fonds.',
    adviser: 'Vous le recevez parce que vous occupez ce poste ou devez l’occuper.',
  },
  illustrative: 'Données fictives : ceci est une démonstration ; ses personnes et ses demandes sont inventées.',
};
