import { expect, it } from '@jest/globals';
import { aDeployment, against } from '../../test/a-deployment.js';
import { aPostEvent } from '../../test/deployment-events.js';

it('a step of a recruitment that cannot be taken yet is told where the recruitment stands', () => {
  const select = aPostEvent('SELECT', {});
  expect(against(aDeployment(), 'desk', select)).toBe(
    'notNow: “Record who is selected” cannot be done now: the recruitment is at “Being prepared”.',
  );
  expect(against(aDeployment().shortlisted(), 'desk', aPostEvent('ADVERTISE', {}))).toBe(
    'notNow: “Record that the post is advertised” cannot be done now: the recruitment is at “Candidate being selected”.',
  );
  expect(against(aDeployment().arrived(), 'desk', select)).toBe(
    'notNow: “Record who is selected” cannot be done now: the post is at “In post”.',
  );
});
