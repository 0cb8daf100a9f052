import { describe, expect, it } from '@jest/globals';
import { ROLE_NAMES, type Role } from '../index.js';
import { countsPanelAnswers, namesPanelAnswers, panelAnswerCounts, panelAnswerOf } from './panel-answer.js';

const holding = (role: Role) => ({ assignments: [{ role, regions: [], countries: [] }] });

describe('an answer to an invitation to a panel', () => {
  it('is yes, perhaps or no, and nothing for whoever passes it on or takes it back', () => {
    expect(['ACCEPTED', 'TENTATIVE', 'DECLINED'].map(panelAnswerOf)).toEqual(['yes', 'perhaps', 'no']);
    for (const says of ['DELEGATED', 'NEEDS-ACTION', 'COMPLETED', '', 'toString', 'accepted'])
      expect([says, panelAnswerOf(says)]).toEqual([says, null]);
  });

  it('is counted with those who say nothing', () => {
    expect(panelAnswerCounts(['yes', null, 'no', 'yes', null, 'perhaps'])).toEqual({
      yes: 2,
      perhaps: 1,
      no: 1,
      none: 2,
    });
    expect(panelAnswerCounts([])).toEqual({ yes: 0, perhaps: 0, no: 0, none: 0 });
  });

  it('is counted for who convenes the panel or compares its requests, and named for the latter alone', () => {
    const allowed = (may: typeof countsPanelAnswers) => ROLE_NAMES.filter((role) => may(holding(role))).toSorted();
    const readers = ['approver', 'auditor', 'deskOfficer', 'panelChair'];
    expect(allowed(namesPanelAnswers)).toEqual(readers);
    expect(allowed(countsPanelAnswers)).toEqual(['administrator', ...readers]);
  });
});
