// How many words are left under a long field. The library's own count weighs 2 KB more, and parts `cost-sharing` in two.

const QUIET = 1_000;

function said(left) {
  const count = Math.abs(left);
  return `You have ${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'} ${left < 0 ? 'too many' : 'remaining'}`;
}

function line(className, attribute, value) {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute(attribute, value);
  return made;
}

/** Counts what stands between spaces, as the server does: shown at once, and read aloud when somebody stops writing. */
export function countWords(group) {
  const field = group.querySelector('textarea');
  const limit = document.getElementById(`${field.id}-info`);
  const shown = line(`${limit.className} govuk-character-count__status`, 'aria-hidden', 'true');
  const aloud = line('govuk-character-count__sr-status govuk-visually-hidden', 'aria-live', 'polite');
  const refused = group.querySelector('.govuk-error-message');
  let quiet;
  const count = () => {
    const left = group.dataset.maxlength - (field.value.match(/\S+/gu)?.length ?? 0);
    shown.textContent = said(left);
    shown.classList.toggle('govuk-error-message', left < 0);
    shown.classList.toggle('govuk-hint', left >= 0);
    if (!refused) field.classList.toggle('govuk-textarea--error', left < 0);
  };
  const read = () => (aloud.textContent = shown.textContent);
  limit.classList.add('govuk-visually-hidden');
  count();
  read();
  field.after(limit, shown, aloud);
  field.addEventListener('input', () => {
    count();
    clearTimeout(quiet);
    quiet = setTimeout(read, QUIET);
  });
  // A browser that goes back puts the text into the field after this ran.
  addEventListener('pageshow', count);
}
