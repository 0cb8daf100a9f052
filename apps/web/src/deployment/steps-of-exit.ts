import { presentTerm } from '#domain';
import { filled } from './step-fields.js';
import { day, said, why, type StepForm } from './step-form.js';

/** Steps of the handover at the end of a term. */
export const EXIT_FORMS: Record<string, StepForm> = {
  'begin-handover': {
    event: 'START_CLOSING',
    page: 'exit',
    lead: said(
      'Opens the exit checklists of the adviser and of the Resident Coordinator’s Office before their usual time. From then on no mid-term review begins and no renewal opens; only a longer term leads back.',
    ),
    asks: () => [],
  },
  'send-checklist-back': {
    event: 'SEND_BACK',
    page: 'exit',
    lead: said('The list is open again, with your reason. It can be sent back more than once.'),
    asks: () => [
      {
        name: 'side',
        kind: 'choice',
        label: 'Whose list?',
        options: [
          { value: 'adviser', text: 'The adviser’s' },
          { value: 'rc', text: 'That of the Resident Coordinator’s Office' },
        ],
      },
      { ...why, label: 'What is missing?', hint: 'Name the points, so that they can be mended at once.' },
    ],
  },
  'hand-over': {
    event: 'HAND_OVER',
    page: 'exit',
    final: true,
    lead: said('Your term ends on the day that you name. The handover pack is kept with the post.'),
    asks: () => [
      day('on', 'Your last day in post', 'The post is empty from the day after.'),
      {
        name: 'note',
        kind: 'long',
        label: 'What does the next adviser have to know first?',
        hint: 'Dates that come soon, promises that are open, whom to meet. Name no victim and no source.',
        rows: 8,
      },
    ],
    at: (facts) => filled({ on: presentTerm(facts)?.endsOn ?? undefined }),
  },
};
