import { expect, it } from '@jest/globals';
import { notedTime } from './presence-notes.js';

it.each([
  ['closed Jun 2016', 2016, '2016-06-30'],
  ['closed February 2016', 2016, '2016-02-29'],
  ['discontinued during 2014', 2014, '2014-12-31'],
  ['discontinued end 2010', 2010, '2010-12-31'],
  ['discontinued 2016; F not printed for this post', 2016, '2016-12-31'],
  ['closed', 2015, '2015-12-31'],
  ['closed Dec 2014', 2015, '2015-12-31'],
  ['national officer', 2015, null],
  ['not closed', 2015, null],
  [null, 2015, null],
])('“%s” in the list for %i ends on %s', (note, year, endedOn) => {
  expect(notedTime(note, year)).toEqual({ endedOn, from: null, earlier: [] });
});

it('tells when an adviser came, and of a presence before', () => {
  expect(notedTime('redeployed Nov 2012 (earlier 2007-2008)', 2012)).toEqual({
    endedOn: null,
    from: '2012-11-01',
    earlier: [{ from: '2007-01-01', until: '2008-12-31' }],
  });
});

it.each(['redeployed Nov 2012', 'reinforced by monitoring mission Mar 2013', 'earlier 2015-2012', 'earlier 2013-2014'])(
  'makes nothing of “%s” in the list for 2013',
  (note) => expect(notedTime(note, 2013)).toEqual({ endedOn: null, from: null, earlier: [] }),
);
