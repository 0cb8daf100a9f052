import type { NoticeName } from '#domain';

/** Whom the story of Tanzania reaches, by notice: the readers of each mail, those in copy too. */
export const EXPECTED_MAILS: Partial<Record<NoticeName, string[][]>> = {
  requestReceived: [['rc-tza'], ['rco-tza']],
  screeningNeeded: [['do-esa']],
  requestAccepted: [['rc-tza'], ['rco-tza']],
  adviceWanted: [['ro-addis-ababa'], ['ro-pretoria'], ['rt-esa']],
  adviceGiven: [['do-esa'], ['do-esa']],
  // The office that had said nothing yet when the panel recommended.
  adviceClosed: [['ro-pretoria']],
  reviewersWanted: [['do-esa']],
  reviewerAppointed: [['rv-dabrowiecki'], ['rv-eze'], ['rv-omeallaigh'], ['rv-sarrazin']],
  conflictDeclared: [['do-esa']],
  questionAsked: [['rc-tza'], ['rco-tza']],
  // Those who have not declared their interests yet know nothing of it.
  questionAnswered: [['do-esa'], ['rv-sarrazin']],
  scoresComplete: [['do-esa']],
  scoresRevealed: [['rv-eze'], ['rv-omeallaigh'], ['rv-sarrazin']],
  scoresToSettle: [['pc-oduya'], ['pc-rabearivelo']],
  recommendationNeeded: [['pc-oduya'], ['pc-rabearivelo']],
  decisionNeeded: [['ap-masangu'], ['ap-okonta']],
  decisionLetter: [['do-esa', 'rc-tza', 'rt-esa']],
  fundsNeeded: [['fm-vanderbeke']],
};
