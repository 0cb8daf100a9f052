import { OFFICE, type NoticeRule } from './rule.js';

const told = { about: 'post', group: 'posts' } as const;
const duty = { about: 'post', group: 'duties' } as const;
const REGION = [...OFFICE, 'regionalTeam'] as const;
const PARTIES = [...OFFICE, 'deskOfficer', 'regionalTeam'] as const;

/** Every notice of a post. */
export const POST_NOTICES = {
  // To everybody else it is told with the request that it comes from.
  postOpened: { ...duty, on: ['OPEN'], to: ['deskOfficer'], asks: 'recruitment', task: 'prepareRecruitment' },
  recruitmentStage: { ...told, on: ['ADVERTISE'], to: OFFICE },
  shortlistMade: { ...told, on: ['SHORTLIST'], to: OFFICE },
  selectionConsultation: { ...duty, on: ['SELECT'], to: ['coordinator'], asks: 'recruitment', task: 'viewCandidate' },
  candidateAgreed: { ...told, where: ['CONSULTED'], to: ['deskOfficer'] },
  candidateNotAgreed: { ...duty, where: ['CONSULTED'], to: ['deskOfficer'], asks: 'recruitment', task: 'select' },
  adviserExpected: { about: 'post', group: 'appointments', where: ['CONSULTED'], to: ['person'] },
  adviserArrived: { ...told, on: ['ARRIVE', 'RECEIVE'], to: PARTIES },
  workPlanToWrite: { ...duty, on: ['ARRIVE', 'RECEIVE'], to: ['adviser'], asks: 'workPlan' },
  adviserNotArrived: { ...told, on: ['NOT_ARRIVED'], to: REGION },
  recruitmentStopped: { ...told, on: ['CANCEL'], to: REGION },
  workPlanToAgree: { ...duty, on: ['PLAN'], to: ['coordinator', 'deskOfficer'], asks: 'workPlanAgreement' },
  workPlanAgreed: { ...told, where: ['AGREE_WORK_PLAN'], to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  reportFiled: { ...told, on: ['FILE_REPORT'], to: ['residentCoordinator', 'deskOfficer'] },
  reportAsked: { ...duty, where: ['ADD_OBLIGATION'], to: ['adviser'] },
  reportDateMoved: { ...duty, where: ['MOVE_OBLIGATION'], to: ['adviser'] },
  replyOnPost: { ...told, byMail: true, to: ['deskOfficer'] },
  noteToOhchr: { ...told, on: ['NOTE_TO_OHCHR'], to: ['deskOfficer'] },
  midTermOpened: { ...duty, on: ['START_MID_TERM'], to: ['coordinator', 'deskOfficer'], asks: 'midTerm' },
  midTermAhead: { ...told, on: ['START_MID_TERM'], to: ['adviser'] },
  midTermReviewed: { ...told, where: ['REVIEW'], to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  renewalOpened: { ...duty, on: ['OPEN_RENEWAL'], to: ['hosts'], asks: 'renewal' },
  renewalAhead: { ...told, on: ['OPEN_RENEWAL'], to: ['deskOfficer', 'regionalTeam', 'fundManager'] },
  extensionWished: { ...duty, on: ['ASK_EXTENSION'], to: ['deskOfficer'], asks: 'renewal' },
  termExtended: { ...told, on: ['EXTEND'], to: ['adviser', ...REGION, 'fundManager'] },
  successionPlanned: { ...told, on: ['PLAN_SUCCESSION'], to: ['adviser', ...REGION] },
  postConverted: { ...told, on: ['CONVERT'], to: ['adviser', ...REGION, 'fundManager'] },
  postToEnd: { ...told, where: ['CLOSE'], to: ['adviser', ...REGION, 'fundManager'] },
  closingOpened: { ...duty, on: ['START_CLOSING'], to: ['adviser', 'hosts'], asks: 'closing' },
  closingAhead: { ...told, on: ['START_CLOSING'], to: ['deskOfficer'] },
  checklistSentBack: { ...duty, where: ['SEND_BACK'], to: ['adviser'], asks: 'closing' },
  officeChecklistSentBack: { ...duty, where: ['SEND_BACK'], to: ['hosts'], asks: 'closing' },
  handoverReady: { ...duty, where: ['CHECK'], to: ['adviser'], asks: 'handOver' },
  postHandedOver: { ...told, on: ['HAND_OVER'], to: PARTIES },
  postEmpty: {
    ...told,
    on: ['TRANSFER'],
    where: ['HAND_OVER', 'LEAVE'],
    to: ['deskOfficer', ...REGION],
    asks: 'vacancy',
  },
  gapBridged: { ...told, on: ['BRIDGE'], to: PARTIES },
  bridgeEnded: { ...told, on: ['END_BRIDGE'], to: PARTIES },
  coverageChanged: { ...told, on: ['COVER', 'UNCOVER'], to: ['adviser', ...REGION] },
  supervisionChanged: { ...told, on: ['SET_REPORTING'], to: ['adviser', ...OFFICE] },
  postEnded: { ...told, where: ['CLOSE', 'HAND_OVER', 'LEAVE'], to: [...PARTIES, 'fundManager'] },
} as const satisfies Record<string, NoticeRule>;
