import EmailReplyParser from 'email-reply-parser';

const MOST_TRIMMED = 8_000;
/** A line that says, in whatever language, who wrote what follows: it names an address in brackets and ends with a colon. */
const INTRODUCTION = /<[^<>\s@]+@[^<>\s]+>[^<>\n]{0,80}[:\uff1a][\u200e\u200f\s]*$/;
/** The head of a mail that is passed on, by Outlook in Arabic, Russian and Chinese; the parser knows the other languages. */
const HEAD =
  /^[\u200e\u200f\t *]*(?:من|От|发件人|寄件者)[\t *]*[:\uff1a][^\n]*\n[\u200e\u200f\t *]*(?:تم الإرسال|تاريخ الإرسال|التاريخ|Отправлено|Дата|发送时间|时间|日期)[\t *]*[:\uff1a]/mu;
const RULE = /\n[_-]{5,}\s*$/;

/** Leaves out the line that introduces a quotation, where the language is one whose words the parser does not know. */
function withoutIntroduction(spoken: string): string {
  const end = spoken.lastIndexOf('\n\n');
  const last = spoken.slice(end + 1).trim();
  return end > 0 && last.length < 400 && INTRODUCTION.test(last.replace(/\n/g, ' '))
    ? spoken.slice(0, end).trim()
    : spoken;
}

/** Leaves out what follows the head of a mail that is passed on. */
function withoutPassedOn(text: string): string {
  const at = HEAD.exec(text)?.index;
  return at ? text.slice(0, at).trimEnd().replace(RULE, '').trim() : text;
}

/** What was written this time: without the mail that it quotes and without a signature. Where nothing would be left, all of it. */
export function spokenIn(text: string): string {
  // The patterns of quoting take their time on a book. What is new stands at the top, so the top says whether anything is quoted.
  const top = text.slice(0, MOST_TRIMMED).trim();
  const spoken = withoutIntroduction(new EmailReplyParser().parseReply(withoutPassedOn(top)).trim());
  return spoken && spoken !== top ? spoken : text.trim();
}
