import { expect, it } from '@jest/globals';
import type { PostWork } from '#casework';
import { calendarsOf } from '#domain';
import { aDeployment } from '../../../../libs/domain/test/a-deployment.js';
import { names } from '../../../../test/support/seen.js';
import { STEP_FORMS } from '../deployment/step-forms.js';
import { POST_NOUNS, postItem } from './post-items.js';

it('whatever is to be done leads to a page that is there', () => {
  const d = aDeployment().arrived().on('2029-03-20');
  const clock = d.facts.clocks[0]!;
  for (const task of Object.keys(POST_NOUNS) as PostWork['task'][]) {
    const item = { facts: d.facts, clock, task, what: 'To do', revision: 1 } as PostWork;
    const { href } = postItem(item, names, d.today, calendarsOf());
    const step = /\/events\/([^/?]+)/.exec(href)?.[1];
    if (step) expect(Object.keys(STEP_FORMS)).toContain(step);
    expect(href).toMatch(/^\/deployments\/DEP-2027-001/);
  }
});
