import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aContent } from '../../../../libs/domain/test/content.js';
import { callDates, callSentence, dueWhileWriting } from './call-words.js';

const SET = [{ round: '2027-1', opens: '2027-01-10', closes: '2027-01-31', graceDays: 7 }];

describe('what a page says of the calls', () => {
  it('is which call counts, until when, and what comes after', () => {
    const on = (day: string) => callSentence('ordinary', day, SET);
    expect(on('2027-01-05')).toMatch(/^The next call, for the first round of 2027, opens on 10 January 2027/);
    expect(on('2027-01-20')).toBe(
      'The call for the first round of 2027 is open until 31 January 2027. What is submitted by 7 February 2027 still counts, and is marked as late.',
    );
    expect(on('2027-02-03')).toMatch(
      /closed on 31 January 2027\. .* by 7 February 2027 .* the second round of 2027\.$/,
    );
    expect(callSentence('urgent', '2027-02-03', SET)).toMatch(/^An urgent request waits for no call/);
  });
  it('has its days to come in order, and none for urgent requests', () => {
    expect(callDates('ordinary', '2027-01-20', SET).map((d) => d.at)).toEqual(['2027-01-31', '2027-02-07']);
    expect(callDates('ordinary', '2027-02-03', SET).map((d) => d.at)).toEqual(['2027-02-07', '2027-07-01']);
    expect(callDates('urgent', '2027-01-20', SET)).toEqual([]);
  });
});

describe('the next day that matters, beside the sections', () => {
  const due = (it1: ReturnType<typeof aCase>, day: string) => dueWhileWriting(it1.facts, day, SET);
  it('is that of the call while nothing was submitted', () => {
    expect(due(aCase(), '2027-01-05')).toBe('Call opens on 10 January 2027');
    expect(due(aCase(), '2027-01-20')).toBe('Call closes on 31 January 2027');
    expect(due(aCase(), '2027-02-03')).toBe('Late requests count until 7 February 2027');
    const urgent = aCase({ content: aContent({ track: 'urgent', urgentReason: 'Elections' }) });
    expect(due(urgent, '2027-01-20')).toBe('');
  });
  it('is that of the correction, or of the answer, afterwards', () => {
    expect(due(aCase().returned(), '2027-03-02')).toBe('Due back by 22 March 2027');
    expect(due(aCase().asked(), '2027-03-02')).toMatch(/^Due back by /);
  });
});
