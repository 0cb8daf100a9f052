import { OFFICE, type NoticeRule } from './rule.js';

const told = { about: 'post', group: 'posts' } as const;
const duty = { about: 'post', group: 'duties' } as const;
const REGION = [...OFFICE, 'regionalTeam'] as const;
const PARTIES = [...OFFICE, 'deskOfficer', 'regionalTeam'] as const;

/** Every notice of a post. */
export const POST_NOTICES = {
  postOpened: { ...told, on: ['OPEN'], to: PARTIES },
  recruitmentStage: { ...told, on: ['ADVERTISE', 'SHORTLIST'], to: OFFICE },
  selectionConsultation: { ...duty, on: ['SELECT'], to: ['residentCoordinator'] },
  candidateAgreed: { ...told, where: ['CONSULTED'], to: ['deskOfficer'] },
  candidateNotAgreed: { ...told, where: ['CONSULTED'], to: ['deskOfficer'] },
  adviserExpected: { about: 'post', group: 'appointments', where: ['CONSULTED'], to: ['person'] },
  adviserArrived: { ...told, on: ['ARRIVE', 'RECEIVE'], to: ['adviser', ...PARTIES] },
  adviserNotArrived: { ...told, on: ['NOT_ARRIVED'], to: REGION },
  recruitmentStopped: { ...told, on: ['CANCEL'], to: REGION },
  workPlanToAgree: { ...duty, on: ['PLAN'], to: ['residentCoordinator', 'deskOfficer'] },
  workPlanAgreed: { ...told, where: ['AGREE_WORK_PLAN'], to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  reportFiled: { ...told, on: ['FILE_REPORT'], to: ['residentCoordinator', 'deskOfficer'] },
  reportAsked: { ...duty, on: ['ADD_OBLIGATION'], to: ['adviser'] },
  reportDateMoved: { ...duty, on: ['MOVE_OBLIGATION'], to: ['adviser'] },
  replyOnPost: { ...told, byMail: true, to: ['deskOfficer'] },
  noteToOhchr: { ...told, on: ['NOTE_TO_OHCHR'], to: ['deskOfficer'] },
  midTermOpened: { ...duty, on: ['START_MID_TERM'], to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  midTermReviewed: { ...told, where: ['REVIEW'], to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  renewalOpened: { ...duty, on: ['OPEN_RENEWAL'], to: [...PARTIES, 'fundManager'] },
  extensionWished: { ...duty, on: ['ASK_EXTENSION'], to: ['deskOfficer'] },
  termExtended: { ...told, on: ['EXTEND'], to: ['adviser', ...REGION, 'fundManager'] },
  successionPlanned: { ...told, on: ['PLAN_SUCCESSION'], to: ['adviser', ...REGION] },
  postConverted: { ...told, on: ['CONVERT'], to: ['adviser', ...REGION, 'fundManager'] },
  postToEnd: { ...told, where: ['CLOSE'], to: ['adviser', ...REGION, 'fundManager'] },
  closingOpened: { ...duty, on: ['START_CLOSING'], to: ['adviser', ...OFFICE, 'deskOfficer'] },
  checklistSentBack: { ...duty, where: ['SEND_BACK'], to: ['adviser'] },
  officeChecklistSentBack: { ...duty, where: ['SEND_BACK'], to: ['rcOffice', 'residentCoordinator'] },
  handoverReady: { ...duty, where: ['CHECK'], to: ['adviser'] },
  postHandedOver: { ...told, on: ['HAND_OVER'], to: PARTIES },
  postEmpty: {
    ...told,
    on: ['TRANSFER'],
    where: ['HAND_OVER', 'LEAVE'],
    to: ['deskOfficer', ...REGION],
  },
  gapBridged: { ...told, on: ['BRIDGE'], to: PARTIES },
  bridgeEnded: { ...told, on: ['END_BRIDGE'], to: PARTIES },
  coverageChanged: { ...told, on: ['COVER', 'UNCOVER'], to: ['adviser', ...REGION] },
  supervisionChanged: { ...told, on: ['SET_REPORTING'], to: ['adviser', ...OFFICE] },
  postEnded: { ...told, where: ['CLOSE', 'HAND_OVER', 'LEAVE'], to: [...PARTIES, 'fundManager'] },
} as const satisfies Record<string, NoticeRule>;
