import type { PostTask } from '#domain';
import { postWords, type MailWords, type PostNotice, type TaskWords } from './words.js';

const OPEN = 'Open the post';

const aboutPost = postWords(', by ');

/** What mails say of steps of a post. */
export const POST_ENGLISH: Record<PostNotice, MailWords> = {
  postOpened: aboutPost(
    'Post opened, to be advertised',
    (f) => `Post ${f.ref} (${f.countries}) is opened. Advertise it, so that its recruitment begins.`,
    OPEN,
  ),
  recruitmentStage: aboutPost(
    'Post advertised',
    (f) => `Post ${f.ref} (${f.countries}) is advertised. Candidates can apply now; nothing is needed from you.`,
    OPEN,
  ),
  shortlistMade: aboutPost(
    'Shortlist made',
    (f) =>
      `The shortlist for post ${f.ref} (${f.countries}) is made. A candidate is selected next; nothing is needed from you.`,
    OPEN,
  ),
  selectionConsultation: aboutPost(
    'Your view of a candidate is needed',
    (f) => `A candidate is selected for post ${f.ref} (${f.countries}). Say whether you agree.`,
    OPEN,
  ),
  candidateAgreed: aboutPost(
    'Candidate agreed',
    (f) => `The Resident Coordinator agrees to the candidate for post ${f.ref} (${f.countries}). Prepare the arrival.`,
    OPEN,
  ),
  candidateNotAgreed: aboutPost(
    'Candidate not agreed',
    (f) =>
      `The Resident Coordinator does not agree to the candidate for post ${f.ref} (${f.countries}). The reason is written there; another candidate is to be selected.`,
    OPEN,
  ),
  adviserExpected: aboutPost(
    'You are expected in post',
    (f) => `You are expected in post ${f.ref} (${f.countries}). Its page shows what is prepared.`,
    OPEN,
  ),
  adviserArrived: aboutPost(
    'Adviser in post',
    (f) => `The adviser has arrived in post ${f.ref} (${f.countries}). The work plan comes next.`,
    OPEN,
  ),
  workPlanToWrite: aboutPost(
    'Your work plan is needed',
    (f) =>
      `Welcome to post ${f.ref} (${f.countries}). Write your work plan; the Resident Coordinator and OHCHR then agree to it.`,
    OPEN,
  ),
  adviserNotArrived: aboutPost(
    'The adviser does not come',
    (f) => `The adviser who was expected in post ${f.ref} (${f.countries}) does not come. The selection begins again.`,
    OPEN,
  ),
  recruitmentStopped: aboutPost(
    'Recruitment stopped',
    (f) => `The recruitment for post ${f.ref} (${f.countries}) is stopped. The reason is written there.`,
    OPEN,
  ),
  workPlanToAgree: aboutPost(
    'A work plan waits for your agreement',
    (f) =>
      `The work plan of post ${f.ref} (${f.countries}) is written. Read it and agree to it. If something has to change, tell the adviser, who can write it anew.`,
    OPEN,
  ),
  workPlanAgreed: aboutPost(
    'Work plan agreed',
    (f) => `Both sides have agreed to the work plan of post ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportFiled: aboutPost(
    'Report filed',
    (f) => `A report of post ${f.ref} (${f.countries}) is filed and can be read.`,
    OPEN,
  ),
  reportAsked: aboutPost(
    'A report is asked for',
    (f) => `A report was added to those that are due for post ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportDateMoved: aboutPost(
    'The date of a report has moved',
    (f) => `The date of a report of post ${f.ref} (${f.countries}) was moved. The reason is written there.`,
    OPEN,
  ),
  replyOnPost: aboutPost(
    'A message by mail',
    (f) => `Somebody wrote by mail about post ${f.ref} (${f.countries}). What they wrote is kept with the post.`,
    'Open the post',
  ),
  noteToOhchr: aboutPost(
    'A note for OHCHR alone',
    (f) => `The adviser of post ${f.ref} (${f.countries}) has written a note for OHCHR alone.`,
    OPEN,
  ),
  midTermOpened: aboutPost(
    'Your mid-term review is needed',
    (f) => `Half of the term in post ${f.ref} (${f.countries}) has passed. Give the review of your side.`,
    OPEN,
  ),
  midTermAhead: aboutPost(
    'Mid-term review begins',
    (f) =>
      `Half of the term in post ${f.ref} (${f.countries}) has passed. The Resident Coordinator and OHCHR each give their review; nothing is needed from you.`,
    OPEN,
  ),
  midTermReviewed: aboutPost(
    'Mid-term review finished',
    (f) => `Both sides have given their review of post ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  renewalOpened: aboutPost(
    'Say whether the post should go on',
    (f) =>
      `The term in post ${f.ref} (${f.countries}) comes to its end. The Resident Coordinator’s side says whether the post should go on; OHCHR then decides.`,
    OPEN,
  ),
  renewalAhead: aboutPost(
    'Renewal to be decided',
    (f) =>
      `The term in post ${f.ref} (${f.countries}) comes to its end. The Resident Coordinator’s side now says whether the post should go on; OHCHR then decides.`,
    OPEN,
  ),
  extensionWished: aboutPost(
    'The Resident Coordinator’s wish is known',
    (f) =>
      `The Resident Coordinator has said whether post ${f.ref} (${f.countries}) should go on. Decide on the renewal.`,
    OPEN,
  ),
  termExtended: aboutPost('Term extended', (f) => `The term in post ${f.ref} (${f.countries}) is extended.`, OPEN),
  successionPlanned: aboutPost(
    'A successor will be sought',
    (f) => `Post ${f.ref} (${f.countries}) goes on after the present term; a successor will be sought.`,
    OPEN,
  ),
  postConverted: aboutPost(
    'Post to be converted',
    (f) => `It is decided that post ${f.ref} (${f.countries}) takes another form when the present term ends.`,
    OPEN,
  ),
  postToEnd: aboutPost(
    'Post to end',
    (f) => `It is decided that post ${f.ref} (${f.countries}) ends with the present term.`,
    OPEN,
  ),
  closingOpened: aboutPost(
    'Exit checklist to be finished',
    (f) => `The term in post ${f.ref} (${f.countries}) ends soon. Finish the exit checklist of your side.`,
    OPEN,
  ),
  closingAhead: aboutPost(
    'The handover begins',
    (f) =>
      `The term in post ${f.ref} (${f.countries}) ends soon. The adviser and the office finish their exit checklists.`,
    OPEN,
  ),
  checklistSentBack: aboutPost(
    'Your exit checklist was sent back',
    (f) =>
      `The adviser’s exit checklist of post ${f.ref} (${f.countries}) was sent back. What is missing is written there.`,
    OPEN,
  ),
  officeChecklistSentBack: aboutPost(
    'The exit checklist of your office was sent back',
    (f) =>
      `The office’s exit checklist of post ${f.ref} (${f.countries}) was sent back. What is missing is written there.`,
    OPEN,
  ),
  handoverReady: aboutPost(
    'Both checklists are finished',
    (f) => `Both exit checklists of post ${f.ref} (${f.countries}) are finished. You can hand over.`,
    OPEN,
  ),
  postHandedOver: aboutPost(
    'Post handed over',
    (f) => `The adviser of post ${f.ref} (${f.countries}) has handed over. The handover pack is on its page.`,
    OPEN,
  ),
  postEmpty: aboutPost(
    'Post empty',
    (f) => `Nobody holds post ${f.ref} (${f.countries}) now. The gap can be bridged, the post advertised, or ended.`,
    OPEN,
  ),
  gapBridged: aboutPost(
    'Gap bridged',
    (f) => `The time in which post ${f.ref} (${f.countries}) is empty is bridged by another cover.`,
    OPEN,
  ),
  bridgeEnded: aboutPost(
    'A bridge has ended',
    (f) => `The cover that bridged the gap of post ${f.ref} (${f.countries}) has ended.`,
    OPEN,
  ),
  coverageChanged: aboutPost(
    'Countries of a post changed',
    (f) => `The countries that post ${f.ref} (${f.countries}) covers have changed.`,
    OPEN,
  ),
  supervisionChanged: aboutPost(
    'Supervision of a post changed',
    (f) => `Somebody else supervises post ${f.ref} (${f.countries}) from a day named there.`,
    OPEN,
  ),
  postEnded: aboutPost(
    'Post ended',
    (f) => `Post ${f.ref} (${f.countries}) has ended. Its page keeps its story.`,
    OPEN,
  ),
};

/** How tasks of a post are spoken of. */
export const POST_TASKS_ENGLISH: Record<PostTask, TaskWords> = {
  prepareRecruitment: { need: 'Post to be advertised', awaited: 'the post to be advertised', button: OPEN },
  shortlist: { need: 'Shortlist needed', awaited: 'the shortlist', button: OPEN },
  select: { need: 'Candidate to be selected', awaited: 'the selection of a candidate', button: OPEN },
  viewCandidate: {
    need: 'Your view of a candidate is needed',
    awaited: 'the Resident Coordinator’s view of a candidate',
    button: OPEN,
  },
  receiveAdviser: { need: 'Arrival to be recorded', awaited: 'the arrival of the adviser', button: OPEN },
  fillGap: {
    need: 'Your word on an empty post is needed',
    awaited: 'a word on what becomes of the empty post',
    button: OPEN,
  },
  findSuccessor: { need: 'Post to be advertised for a successor', awaited: 'the search for a successor', button: OPEN },
  writePlan: { need: 'Work plan needed', awaited: 'the work plan', button: OPEN },
  agreePlan: {
    need: 'Your agreement to a work plan is needed',
    awaited: 'the agreement to the work plan',
    button: OPEN,
  },
  review: { need: 'Your mid-term review is needed', awaited: 'a mid-term review', button: OPEN },
  wish: {
    need: 'Say whether the post should go on',
    awaited: 'the Resident Coordinator’s word on whether the post should go on',
    button: OPEN,
  },
  decideRenewal: { need: 'Renewal to be decided', awaited: 'the decision on the renewal', button: OPEN },
  checklist: { need: 'Exit checklist to be finished', awaited: 'an exit checklist', button: OPEN },
  handOver: { need: 'Handover needed', awaited: 'the handover', button: OPEN },
  recordLeaving: {
    need: 'The end of a term has to be recorded',
    awaited: 'a record that the adviser has left',
    button: OPEN,
  },
  report: { need: 'Report due', awaited: 'a report', button: OPEN },
  schedule: { need: 'A date comes', awaited: 'a date', button: OPEN },
};
