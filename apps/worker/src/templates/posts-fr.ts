import type { PostTask } from '#domain';
import { postWords, type MailWords, type PostNotice, type TaskWords } from './words.js';

const OPEN = 'Ouvrir le poste';

const aboutPost = postWords(', d’ici au ');

/** What mails say of steps of a post. */
export const POST_FRENCH: Record<PostNotice, MailWords> = {
  postOpened: aboutPost(
    'Poste ouvert, à publier',
    (f) => `Le poste ${f.ref} (${f.countries}) est ouvert. Publiez l’avis de vacance pour que le recrutement commence.`,
    OPEN,
  ),
  recruitmentStage: aboutPost(
    'Poste publié',
    (f) => `Le poste ${f.ref} (${f.countries}) est publié. Les candidatures sont reçues ; rien n’est attendu de vous.`,
    OPEN,
  ),
  shortlistMade: aboutPost(
    'Liste restreinte établie',
    (f) =>
      `La liste restreinte pour le poste ${f.ref} (${f.countries}) est établie. Une personne sera ensuite retenue ; rien n’est attendu de vous.`,
    OPEN,
  ),
  selectionConsultation: aboutPost(
    'Votre avis sur une candidature est attendu',
    (f) => `Une personne est retenue pour le poste ${f.ref} (${f.countries}). Dites si vous êtes d’accord.`,
    OPEN,
  ),
  candidateAgreed: aboutPost(
    'Candidature acceptée',
    (f) =>
      `Le Coordonnateur résident accepte la candidature pour le poste ${f.ref} (${f.countries}). Préparez l’arrivée.`,
    OPEN,
  ),
  candidateNotAgreed: aboutPost(
    'Candidature non acceptée',
    (f) =>
      `Le Coordonnateur résident n’accepte pas la candidature pour le poste ${f.ref} (${f.countries}). La raison y est écrite ; une autre personne est à retenir.`,
    OPEN,
  ),
  adviserExpected: aboutPost(
    'Vous êtes attendu au poste',
    (f) => `Vous êtes attendu au poste ${f.ref} (${f.countries}). Sa page montre ce qui est préparé.`,
    OPEN,
  ),
  adviserArrived: aboutPost(
    'Conseiller en poste',
    (f) => `Le conseiller est arrivé au poste ${f.ref} (${f.countries}). Le plan de travail vient ensuite.`,
    OPEN,
  ),
  workPlanToWrite: aboutPost(
    'Votre plan de travail est attendu',
    (f) =>
      `Bienvenue au poste ${f.ref} (${f.countries}). Écrivez votre plan de travail ; le Coordonnateur résident et le HCDH donnent ensuite leur accord.`,
    OPEN,
  ),
  adviserNotArrived: aboutPost(
    'Le conseiller ne vient pas',
    (f) => `Le conseiller attendu au poste ${f.ref} (${f.countries}) ne vient pas. La sélection recommence.`,
    OPEN,
  ),
  recruitmentStopped: aboutPost(
    'Recrutement arrêté',
    (f) => `Le recrutement pour le poste ${f.ref} (${f.countries}) est arrêté. La raison y est écrite.`,
    OPEN,
  ),
  workPlanToAgree: aboutPost(
    'Un plan de travail attend votre accord',
    (f) =>
      `Le plan de travail du poste ${f.ref} (${f.countries}) est écrit. Lisez-le et donnez votre accord. Si quelque chose doit changer, dites-le au conseiller, qui peut le récrire.`,
    OPEN,
  ),
  workPlanAgreed: aboutPost(
    'Plan de travail convenu',
    (f) => `Les deux parties ont accepté le plan de travail du poste ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportFiled: aboutPost(
    'Rapport déposé',
    (f) => `Un rapport du poste ${f.ref} (${f.countries}) est déposé et peut être lu.`,
    OPEN,
  ),
  reportAsked: aboutPost(
    'Un rapport est demandé',
    (f) => `Un rapport a été ajouté à ceux qui sont attendus pour le poste ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportDateMoved: aboutPost(
    'La date d’un rapport a changé',
    (f) => `La date d’un rapport du poste ${f.ref} (${f.countries}) a été déplacée. La raison y est écrite.`,
    OPEN,
  ),
  replyOnPost: aboutPost(
    'Un message par courriel',
    (f) =>
      `Un message est arrivé par courriel au sujet du poste ${f.ref} (${f.countries}). Il est conservé avec le poste.`,
    'Ouvrir le poste',
  ),
  noteToOhchr: aboutPost(
    'Une note pour le HCDH seul',
    (f) => `Le conseiller du poste ${f.ref} (${f.countries}) a écrit une note pour le HCDH seul.`,
    OPEN,
  ),
  midTermOpened: aboutPost(
    'Votre examen à mi-parcours est attendu',
    (f) => `La moitié du mandat au poste ${f.ref} (${f.countries}) est passée. Donnez l’examen de votre côté.`,
    OPEN,
  ),
  midTermAhead: aboutPost(
    'L’examen à mi-parcours commence',
    (f) =>
      `La moitié du mandat au poste ${f.ref} (${f.countries}) est passée. Le Coordonnateur résident et le HCDH donnent chacun leur examen ; rien n’est attendu de vous.`,
    OPEN,
  ),
  midTermReviewed: aboutPost(
    'Examen à mi-parcours terminé',
    (f) => `Les deux parties ont donné leur examen du poste ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  renewalOpened: aboutPost(
    'Dites si le poste doit continuer',
    (f) =>
      `Le mandat au poste ${f.ref} (${f.countries}) touche à sa fin. Le côté du Coordonnateur résident dit si le poste doit continuer ; le HCDH décide ensuite.`,
    OPEN,
  ),
  renewalAhead: aboutPost(
    'Renouvellement à décider',
    (f) =>
      `Le mandat au poste ${f.ref} (${f.countries}) touche à sa fin. Le côté du Coordonnateur résident dit maintenant si le poste doit continuer ; le HCDH décide ensuite.`,
    OPEN,
  ),
  extensionWished: aboutPost(
    'Le souhait du Coordonnateur résident est connu',
    (f) =>
      `Le Coordonnateur résident a dit si le poste ${f.ref} (${f.countries}) doit continuer. Décidez du renouvellement.`,
    OPEN,
  ),
  termExtended: aboutPost(
    'Affectation prolongée',
    (f) => `L’affectation au poste ${f.ref} (${f.countries}) est prolongée.`,
    OPEN,
  ),
  successionPlanned: aboutPost(
    'Un successeur sera recherché',
    (f) => `Le poste ${f.ref} (${f.countries}) continue après l’affectation actuelle ; un successeur sera recherché.`,
    OPEN,
  ),
  postConverted: aboutPost(
    'Poste à transformer',
    (f) =>
      `Il est décidé que le poste ${f.ref} (${f.countries}) prendra une autre forme à la fin de l’affectation actuelle.`,
    OPEN,
  ),
  postToEnd: aboutPost(
    'Fin du poste décidée',
    (f) => `Il est décidé que le poste ${f.ref} (${f.countries}) prend fin avec l’affectation actuelle.`,
    OPEN,
  ),
  closingOpened: aboutPost(
    'Liste de départ à terminer',
    (f) =>
      `Le mandat au poste ${f.ref} (${f.countries}) se termine bientôt. Terminez la liste de départ de votre côté.`,
    OPEN,
  ),
  closingAhead: aboutPost(
    'La passation commence',
    (f) =>
      `Le mandat au poste ${f.ref} (${f.countries}) se termine bientôt. Le conseiller et le bureau terminent leurs listes de départ.`,
    OPEN,
  ),
  checklistSentBack: aboutPost(
    'Votre liste de départ est renvoyée',
    (f) =>
      `La liste de départ du conseiller du poste ${f.ref} (${f.countries}) est renvoyée. Ce qui manque y est écrit.`,
    OPEN,
  ),
  officeChecklistSentBack: aboutPost(
    'La liste de départ de votre bureau est renvoyée',
    (f) =>
      `La liste de départ du bureau pour le poste ${f.ref} (${f.countries}) est renvoyée. Ce qui manque y est écrit.`,
    OPEN,
  ),
  handoverReady: aboutPost(
    'Les deux listes sont terminées',
    (f) =>
      `Les deux listes de départ du poste ${f.ref} (${f.countries}) sont terminées. Vous pouvez faire la passation.`,
    OPEN,
  ),
  postHandedOver: aboutPost(
    'Passation faite',
    (f) =>
      `Le conseiller du poste ${f.ref} (${f.countries}) a fait la passation. Le dossier de passation est sur sa page.`,
    OPEN,
  ),
  postEmpty: aboutPost(
    'Poste vide',
    (f) =>
      `Personne n’occupe le poste ${f.ref} (${f.countries}) maintenant. On peut combler l’intervalle, publier le poste ou y mettre fin.`,
    OPEN,
  ),
  gapBridged: aboutPost(
    'Intervalle comblé',
    (f) => `Le temps pendant lequel le poste ${f.ref} (${f.countries}) est vide est comblé par une autre présence.`,
    OPEN,
  ),
  bridgeEnded: aboutPost(
    'Une présence temporaire a pris fin',
    (f) => `La présence qui comblait l’intervalle du poste ${f.ref} (${f.countries}) a pris fin.`,
    OPEN,
  ),
  coverageChanged: aboutPost(
    'Pays d’un poste modifiés',
    (f) => `Les pays couverts par le poste ${f.ref} (${f.countries}) ont changé.`,
    OPEN,
  ),
  supervisionChanged: aboutPost(
    'Supervision d’un poste modifiée',
    (f) => `Une autre personne supervise le poste ${f.ref} (${f.countries}) à partir du jour indiqué.`,
    OPEN,
  ),
  postEnded: aboutPost(
    'Poste terminé',
    (f) => `Le poste ${f.ref} (${f.countries}) a pris fin. Sa page en garde l’histoire.`,
    OPEN,
  ),
};

/** How tasks of a post are spoken of. */
export const POST_TASKS_FRENCH: Record<PostTask, TaskWords> = {
  prepareRecruitment: { need: 'Poste à publier', awaited: 'la publication du poste', button: OPEN },
  shortlist: { need: 'Liste restreinte attendue', awaited: 'la liste restreinte', button: OPEN },
  select: { need: 'Personne à retenir', awaited: 'le choix d’une candidature', button: OPEN },
  viewCandidate: {
    need: 'Votre avis sur une candidature est attendu',
    awaited: 'l’avis du Coordonnateur résident sur une candidature',
    button: OPEN,
  },
  receiveAdviser: { need: 'Arrivée à enregistrer', awaited: 'l’arrivée du conseiller', button: OPEN },
  fillGap: {
    need: 'Votre décision sur un poste vide est attendue',
    awaited: 'une décision sur le poste vide',
    button: OPEN,
  },
  findSuccessor: { need: 'Poste à publier pour un successeur', awaited: 'la recherche d’un successeur', button: OPEN },
  writePlan: { need: 'Plan de travail attendu', awaited: 'le plan de travail', button: OPEN },
  agreePlan: {
    need: 'Votre accord sur un plan de travail est attendu',
    awaited: 'l’accord sur le plan de travail',
    button: OPEN,
  },
  review: { need: 'Votre examen à mi-parcours est attendu', awaited: 'un examen à mi-parcours', button: OPEN },
  wish: {
    need: 'Dites si le poste doit continuer',
    awaited: 'la réponse du Coordonnateur résident sur la suite du poste',
    button: OPEN,
  },
  decideRenewal: { need: 'Renouvellement à décider', awaited: 'la décision sur le renouvellement', button: OPEN },
  checklist: { need: 'Liste de départ à terminer', awaited: 'une liste de départ', button: OPEN },
  handOver: { need: 'Passation attendue', awaited: 'la passation', button: OPEN },
  recordLeaving: {
    need: 'La fin d’une affectation est à enregistrer',
    awaited: 'l’enregistrement du départ du conseiller',
    button: OPEN,
  },
  report: { need: 'Rapport attendu', awaited: 'un rapport', button: OPEN },
  schedule: { need: 'Une date approche', awaited: 'une date', button: OPEN },
};
