import { addDays } from '#domain';
import type { DeploymentBuilder, PostOptions } from '../../libs/domain/test/a-deployment.js';

/** Every condition in which a post can be, each begun so that some are near their end on the day of the test. */
export const STAGES: [string, (d: DeploymentBuilder) => DeploymentBuilder, string][] = [
  ['new', (d) => d, '2028-08-01'],
  ['shortlisted', (d) => d.shortlisted(), '2028-06-01'],
  ['candidate named', (d) => d.selected(), '2028-09-01'],
  ['adviser expected', (d) => d.onboarding(), '2028-09-20'],
  ['arrived lately', (d) => d.arrived(), '2028-05-01'],
  ['a year in post', (d) => d.serving(), '2027-06-01'],
  ['near the end', (d) => d.wished(), '2026-10-20'],
  ['extended', (d) => d.extended(), '2026-11-01'],
  ['succession decided', (d) => d.succeeding(), '2026-10-25'],
  ['succession under way', (d) => d.succeeding().go('desk', 'ADVERTISE'), '2026-10-26'],
  [
    'successor who did not come',
    (d) => {
      const expectedOn = addDays(d.succeeding().term.endsOn!, 1);
      d.go('desk', 'ADVERTISE').go('desk', 'SHORTLIST').go('desk', 'SELECT', { expectedOn });
      return d.go('coordinator', 'CONSULTED').go('desk', 'EXTEND');
    },
    '2026-10-27',
  ],
  [
    'empty, and who was selected did not come',
    (d) => {
      d.left()
        .on(20)
        .go('desk', 'ADVERTISE')
        .go('desk', 'SHORTLIST')
        .go('desk', 'SELECT', { expectedOn: '2028-10-18' });
      return d.go('coordinator', 'CONSULTED');
    },
    '2028-03-01',
  ],
  ['to end', (d) => d.toEnd(), '2026-10-27'],
  ['handing over', (d) => d.closing(), '2026-09-05'],
  ['left', (d) => d.left(), '2028-01-01'],
  ['left and bridged', (d) => d.left().on(5).go('desk', 'BRIDGE'), '2028-03-01'],
  ['left and sought again', (d) => d.left().on(20).go('desk', 'ADVERTISE'), '2028-02-01'],
  ['ended', (d) => d.left().on(20).ended(), '2027-02-01'],
];
/** Posts of other forms. */
export const OTHERS: PostOptions[] = [
  { at: '2027-09-01T09:00:00.000Z', post: { modality: 'national', title: 'National officer' } },
  { at: '2027-10-01T09:00:00.000Z', post: { modality: 'multiCountry' } },
];
