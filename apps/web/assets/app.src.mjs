// All client code. Every page works without it.
import { Button, ErrorSummary, ServiceNavigation, createAll } from 'govuk-frontend';
import { countWords } from './word-count.mjs';

// The library asks for this class before it starts. It is set here and not in the page, so that no script stands inline.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [ServiceNavigation, ErrorSummary, Button]) createAll(component);
for (const group of document.querySelectorAll('[data-module=govuk-character-count]')) countWords(group);

// The pages of a request stand in one row that scrolls sideways on a narrow screen: the open one is brought into it.
const tab = document.querySelector('.moj-sub-navigation__link[aria-current]');
if (tab) {
  const [own, row] = [tab, tab.closest('ul')].map((element) => element.getBoundingClientRect());
  tab.closest('ul').scrollLeft += own.left + own.width / 2 - (row.left + row.width / 2);
}

// Rail and filters are sent open; on a narrow screen they would push the page down, so they start closed there.
for (const [folded, width] of [
  ['.hra-rail > details', '60em'],
  ['.hra-disclose', '40.01em'],
]) {
  const details = document.querySelector(folded);
  const wide = matchMedia(`(min-width: ${width})`);
  const follow = () => (details.open = wide.matches);
  if (!details) continue;
  follow();
  wide.addEventListener('change', follow);
}

// Text that could not be saved is kept on this device for who wrote it, and goes with them when they sign out.
const leaving = document.getElementById('sign-out');
leaving?.addEventListener('submit', (event) => {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(`hra:text:${leaving.dataset.owner}:`));
    const question =
      'Text of yours that is not saved is kept on this device. Signing out removes it. Sign out all the same?';
    if (own.length > 0 && !confirm(question)) return event.preventDefault();
    for (const key of own) localStorage.removeItem(key);
    // A page that is left keeps what is not saved, unless its person has left: here, or in another tab.
    document.body.dataset.left = '';
    localStorage.setItem('hra:left', leaving.dataset.owner);
    localStorage.removeItem('hra:left');
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
});
addEventListener('storage', ({ key, newValue }) => {
  if (key === 'hra:left' && newValue === leaving?.dataset.owner) document.body.dataset.left = '';
});
