import type { DeploymentEventType } from '../deployment/events.js';
import type { PostTask } from '../deployment/tasks.js';
import type { Role } from '../people/roles.js';
import type { RequestEventType } from '../request/events.js';
import type { StepKind } from '../time/deadlines.js';
import type { Task } from '../time/tasks.js';
import type { NoticeGroup } from './groups.js';

/** Whom a notice is for; `newcomer`: a coordinator whose term has begun; `signatories`: the offices that have still to sign a request of several, `lead` the one that leads it, `partners` the others; `endorsers` and `formerEndorsers`: heads of agency who are on the list, and who were; `consulted`: those whose advice is awaited; `heard`: those, and those who gave theirs; `takenBack`: those whose question was taken back; `silent`: those who were asked for advice and gave none in time; `cutShort`: those whose time the recommendation ended; `coordinator`: who answers for the country’s side of a post, which is the regional team where it has no host country; `hosts`: those with their office; `granters`: those who may give the time that was asked for, by the rule of that step; `asker`: the one who asked for it. Persons are found from assignments in force when it is sent, never stored. */
export type Audience =
  | Role
  | 'coordinator'
  | 'hosts'
  | 'endorsers'
  | 'newcomer'
  | 'signatories'
  | 'lead'
  | 'partners'
  | 'formerEndorsers'
  | 'reviewers'
  | 'consulted'
  | 'heard'
  | 'takenBack'
  | 'silent'
  | 'cutShort'
  | 'granters'
  | 'asker'
  | 'person'
  | 'holder'
  | 'superior';

/** What a clock tells: a rung of its ladder, that the term of a coordinator has begun, or that somebody is away. */
export type ToldByClock =
  | Extract<StepKind, 'reminder' | 'due' | 'overdue' | 'escalation' | 'approvalEnding'>
  | 'term'
  | 'unseen'
  | 'letterBack'
  | 'away';

/** One row of the catalogue: when something is told, to whom, and how much it presses. */
export interface NoticeRule {
  /** What kind of case it is about; `case`: of any kind. */
  about: 'request' | 'post' | 'case';
  /** Steps that tell it whenever they are taken. */
  on?: readonly (RequestEventType | DeploymentEventType)[];
  /** Steps that tell it where what they lead to, or those whom they name, ask for it. */
  where?: readonly (RequestEventType | DeploymentEventType)[];
  /** In place of a step: what a clock tells. */
  clock?: ToldByClock;
  /** In place of a step: somebody wrote by mail, and it was put to the case. */
  byMail?: true;
  to: readonly Audience[];
  copy?: readonly Audience[];
  /** One message to all with the copies visible, as a letter is; else one message for each person. */
  letter?: true;
  /** Under which of people’s own settings it falls; urgency, and what may be chosen, stand there. */
  group: NoticeGroup;
  /** The group of clocks that it asks its reader to keep: the mail names the day, and a digest leaves out what is done. */
  asks?: string;
  /** Which step of that clock, where it asks for one after the other. */
  task?: Task | PostTask;
  /** What it tells belongs to the assessment: no audience outside may be named, and its line on the case is for OHCHR. */
  tells?: 'assessment';
  /** Its reader may not know which case it is: the text is given neither reference nor country nor day. */
  names?: 'nothing';
}

export const OFFICE = ['residentCoordinator', 'rcOffice'] as const satisfies readonly Role[];
