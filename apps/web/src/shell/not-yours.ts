import { refuse, type Refusal } from '#domain';

/**
 * Pages that belong to somebody else. That a page exists is no secret, so whoever asks for it is told whose it is (403);
 * a case, a version or a document that a person may not know of is “not found” (404), and nothing else is.
 */
export const NOT_YOURS = {
  request: refuse('notYourRole', 'A request is started by a Resident Coordinator’s Office.'),
  coordinators: refuse('notYourRole', 'An administrator records who is Resident Coordinator.'),
  earlierTexts: refuse(
    'notYourRole',
    'A draft is the office’s own: its earlier texts are read by the Resident Coordinator’s Office that writes it, and by an auditor. What was submitted stands under “Versions”.',
  ),
  comments: refuse(
    'notYourRole',
    'Comments on a draft are for the Resident Coordinator’s Office that writes the request.',
  ),
  assessment: refuse(
    'notYourRole',
    'How a request is judged is read by OHCHR only. The reasons are in the decision letter.',
  ),
  panel: refuse('notYourRole', 'Requests of a round are compared by OHCHR’s panel, and read by an auditor.'),
  scores: refuse('notYourRole', 'Requests are scored by the reviewers who are appointed to them.'),
  advice: refuse('notYourRole', 'Advice is given by the regional team and the OHCHR regional office that are asked.'),
  consultation: refuse(
    'notYourRole',
    'How far the consultation is, OHCHR reads, and whoever is asked. What was said stands on the page of the request.',
  ),
  criteria: refuse(
    'notYourRole',
    'Versions of the criteria are written by an administrator. What reviewers look for is in the guidance.',
  ),
  absences: refuse(
    'notYourRole',
    'Who is away is looked after by an administrator. Your own days away stand under “How you are told”.',
  ),
  noticeRules: refuse(
    'notYourRole',
    'The rules of notices are read by administrators. Your own notices stand under “Notices”.',
  ),
  calls: refuse(
    'notYourRole',
    'The days of the calls are set by an administrator. The next ones stand with every draft, and in the guidance.',
  ),
  seats: refuse(
    'notYourRole',
    'Where people and offices sit is set by an administrator. Which calendar counts for you stands on your page of settings.',
  ),
  holidays: refuse(
    'notYourRole',
    'Holidays of duty stations are kept by an administrator. When something is due stands on its page.',
  ),
  terms: refuse(
    'notYourRole',
    'Versions of the standard terms of reference are written by an administrator. The one in force is in the guidance.',
  ),
  decisionFigures: refuse('notYourRole', 'Decisions are counted for OHCHR. The decision on a request is on its page.'),
  delegation: refuse(
    'notYourRole',
    'An approver of OHCHR and a Resident Coordinator let a colleague act for them, and who acts for one cannot pass it on.',
  ),
  letters: refuse(
    'notYourRole',
    'The words of letters are written by an administrator. The letter of a request is beside its decision.',
  ),
  options: refuse(
    'notYourRole',
    'Regional options are written by regional teams and OHCHR’s regional offices, and read by OHCHR. What is proposed on a request is in the advice.',
  ),
  examples: refuse('notYourRole', 'Worked examples are read by those of OHCHR who judge requests.'),
  takingExamples: refuse('notYourRole', 'Worked examples are taken by reviewers.'),
  writingExamples: refuse('notYourRole', 'Worked examples are written by the panel chair.'),
  reconciliation: refuse(
    'notYourRole',
    'What lists of the past contradict is settled by a desk officer of OHCHR, and read by an auditor.',
  ),
} satisfies Record<string, Refusal>;
