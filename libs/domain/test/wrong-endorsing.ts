const NUL = 'a\u0000b';

const HEAD = { agency: 'UNDP', name: 'A', title: 'Representative', email: 'a@undp.example' };
const NEW_HEAD = { endorser: 'endorser:1', name: 'B', title: 'Representative', email: 'b@undp.example', reason: 'x' };

/** What is wrong with the steps about those who endorse. */
export const WRONG_ENDORSING = {
  INVITE_ENDORSERS: [
    { endorsers: [], at: 'endorsers' },
    { endorsers: [{ ...HEAD, agency: 'The Ministry' }], at: 'endorsers.0.agency' },
    { endorsers: [{ ...HEAD, agency: '' }], at: 'endorsers.0.agency' },
    { endorsers: [HEAD, { ...HEAD, email: 'other@undp.example' }], at: 'endorsers.1.agency' },
    { endorsers: [HEAD, { ...HEAD, agency: 'UNICEF' }], at: 'endorsers.1.email' },
    { endorsers: [{ ...HEAD, name: ' ' }], at: 'endorsers.0.name' },
    { endorsers: [{ ...HEAD, title: NUL }], at: 'endorsers.0.title' },
    { endorsers: [{ ...HEAD, email: 'a@b.example\nBcc: c@d.example' }], at: 'endorsers.0.email' },
    { endorsers: [{ ...HEAD, language: 'xx' }], at: 'endorsers.0.language' },
  ],
  ASK_ENDORSERS_AGAIN: [
    { endorsers: [], at: 'endorsers' },
    { endorsers: ['endorser:9'], at: 'endorsers.0' },
    { endorsers: ['endorser:1'], email: 'nobody', at: 'email' },
    { endorsers: ['endorser:1'], note: NUL, at: 'note' },
  ],
  REPLACE_ENDORSER: [
    { ...NEW_HEAD, endorser: 'endorser:9', at: 'endorser' },
    { ...NEW_HEAD, email: 'nobody', at: 'email' },
    { ...NEW_HEAD, name: '', at: 'name' },
    { ...NEW_HEAD, reason: ' ', at: 'reason' },
  ],
  WITHDRAW_ENDORSER: [
    { endorser: 'endorser:9', reason: 'x', at: 'endorser' },
    { endorser: 'endorser:1', reason: '', at: 'reason' },
  ],
};
