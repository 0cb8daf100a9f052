// All client code. Every page works without it.
import { Button, CharacterCount, ErrorSummary, ServiceNavigation, createAll } from 'govuk-frontend';

/** Counts what stands between spaces, as the server does; the library's own count parts `cost-sharing` in two. */
class WordCount extends CharacterCount {
  updateCount() {
    this.count = this.$textarea.value.match(/\S+/gu)?.length ?? 0;
  }
}

// The library asks for this class before it starts. It is set here and not in the page, so that no script stands inline.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [ServiceNavigation, ErrorSummary, WordCount, Button]) createAll(component);

// The pages of a request stand in one row that scrolls sideways on a narrow screen: the open one is brought into it.
const tab = document.querySelector('.moj-sub-navigation__link[aria-current]');
if (tab) {
  const [own, row] = [tab, tab.closest('ul')].map((element) => element.getBoundingClientRect());
  tab.closest('ul').scrollLeft += own.left + own.width / 2 - (row.left + row.width / 2);
}

// Rail and filters are sent open; on a narrow screen they would push the page down, so they start closed there.
const wide = matchMedia('(min-width: 60em)');
const rail = document.querySelector('.hra-rail > details');
if (rail) {
  const follow = () => {
    rail.open = wide.matches;
  };
  follow();
  wide.addEventListener('change', follow);
}
const filters = document.querySelector('.hra-disclose');
if (filters && matchMedia('(max-width: 40em)').matches) filters.open = false;

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
