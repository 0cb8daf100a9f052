// Text that is not saved yet, kept on this device: for one person, one section and one question, until it is saved.

const PREFIX = 'hra:text:';

/** A browser may refuse to keep anything: then the text is on the page alone, as it always was. */
function attempt(what) {
  try {
    return what();
  } catch {
    return null;
  }
}

/** The texts of one page. `page` tells two tabs from each other, so that neither writes over what the other keeps. */
export class KeptTexts {
  constructor(owner, place, page) {
    this.start = `${PREFIX}${owner}:${place}#`;
    this.page = page;
  }

  key = (path) => `${this.start}${path}#${this.page}`;

  /** Keeps the fields of a question, with the mark of what they were drawn from. */
  keep(path, fields) {
    if ('left' in document.body.dataset) return false;
    const value = JSON.stringify({ at: Date.now(), fields });
    return attempt(() => (localStorage.setItem(this.key(path), value), true)) ?? false;
  }

  drop(path) {
    this.remove(this.key(path));
  }

  remove(key) {
    attempt(() => localStorage.removeItem(key));
  }

  /** What pages before this one kept of this section. */
  found() {
    return (
      attempt(() =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(this.start) && !key.endsWith(`#${this.page}`))
          .map((key) => ({
            key,
            path: key.slice(this.start.length).split('#')[0],
            ...JSON.parse(localStorage.getItem(key)),
          })),
      ) ?? []
    );
  }
}
