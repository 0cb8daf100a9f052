// A section of a request while it is written: saved as it is written, kept on the device until it is saved. Without a script
// the buttons of the form save, as they always do.
import { Fields } from './fields.mjs';
import { KeptTexts } from './kept-texts.mjs';
import { Line } from './line.mjs';
import { offer, warn } from './offers.mjs';

/** After a pause this long what was written is saved; without a pause, this often; and at once when a question is left. */
const PAUSE = 4_000;
const OFTEN = 30_000;
const KEEP = 300;
const NO_LINE = 'Not saved yet: no line. Your text is kept on this device, and saved once the line is back';
const TWICE = 'Not all is saved: an answer was changed twice. Choose “Save draft” to see both texts';
const ENDED =
  'Not saved: your session has ended. Your text is kept on this device. Choose “Save draft” to sign in and come back to it';

class Writing {
  changed = new Set();
  contested = new Set();
  refused = new Set();
  saved = new Map();
  pending = null;
  busy = null;
  sent = 0;
  timers = {};
  passing = null;
  trouble = '';
  /** Where “Save and continue” leads, as the server said when it saved. */
  next = '';
  /** The button that was pressed while there was no line. */
  wanted = null;

  constructor(form) {
    this.form = form;
    this.fields = new Fields(form);
    this.page = form.elements.once.value;
    this.line = new Line(form.dataset.autosave);
    const { owner } = document.getElementById('sign-out').dataset;
    this.kept = new KeptTexts(owner, new URL(form.action).pathname, this.page);
    for (const path of this.fields.paths) this.saved.set(path, this.fields.text(path));
    // What the server gave back after a session ended is in the fields, and nowhere else.
    for (const path of form.dataset.unsaved.split(' ').filter(Boolean)) this.changed.add(path);
    this.keep();
    this.listen();
    for (const found of this.kept.found()) offer(this, found);
  }

  listen() {
    const { form } = this;
    form.addEventListener('input', ({ target }) => this.change(this.fields.of(target.name)));
    form.addEventListener('focusout', ({ target, relatedTarget }) => {
      if (this.fields.of(target.name) !== this.fields.of(relatedTarget?.name)) this.soon(200);
    });
    form.addEventListener('submit', (event) => this.submit(event));
    form.addEventListener('formdata', ({ formData }) => {
      if (this.passing) this.fields.leaveOut(formData, (path) => path && this.stored(path));
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.keep();
      this.soon(0);
    });
    addEventListener('pagehide', () => this.keep());
    addEventListener('online', () => this.soon(0));
  }

  /** Whether a question is stored as it stands; the rows of one from which a row is taken away have to be sent. */
  stored(path) {
    const { name, value } = this.passing ?? {};
    return !this.changed.has(path) && !(name === 'drop' && this.fields.of(value) === path);
  }

  change(path) {
    if (!path) return;
    this.changed.add(path);
    this.wanted = null;
    this.refused.delete(path);
    this.timers.keep ??= setTimeout(() => this.keep(), KEEP);
    this.soon(PAUSE);
    this.timers.often ??= setTimeout(() => this.soon(0), OFTEN);
  }

  /** Keeps on the device what is not saved. */
  keep() {
    clearTimeout(this.timers.keep);
    this.timers.keep = null;
    for (const path of this.changed) this.kept.keep(path, this.fields.read(path));
  }

  soon(wait) {
    clearTimeout(this.timers.send);
    this.timers.send = setTimeout(() => this.save(), wait);
  }

  due = () => [...this.changed].filter((path) => !this.contested.has(path) && !this.refused.has(path));

  /** Sends what is to be sent; what was not answered goes first, as it was. */
  save() {
    if (this.busy) return this.busy;
    clearTimeout(this.timers.often);
    this.timers.often = null;
    if (!this.pending && this.due().length === 0) return Promise.resolve();
    this.pending ??= this.word(this.due());
    this.busy = this.line.send(this.pending.body).then((answer) => {
      this.busy = null;
      this.heard(answer);
    });
    return this.busy;
  }

  word(paths) {
    this.sent += 1;
    const texts = new Map();
    const form = new URLSearchParams();
    for (const path of paths) {
      const fields = this.fields.read(path);
      texts.set(path, this.fields.text(path, fields));
      for (const [name, value] of fields) form.append(name, value);
    }
    form.append('marks', paths.map((path) => `${path}=${this.fields.marks.get(path)}`).join(' '));
    form.append('once', `${this.page}-${this.sent}`);
    return { texts, body: form.toString() };
  }

  heard(answer) {
    if (!answer) {
      this.keep();
      this.say(`${NO_LINE}.`, true);
      return this.soon(this.line.wait);
    }
    const { texts } = this.pending;
    this.pending = null;
    const { status, told } = answer;
    if (status !== 200)
      return this.notTaken(
        status === 401 ? ENDED : (told.refused ?? 'Not saved. Choose “Save draft” to see why'),
        texts,
      );
    this.next = told.next;
    this.fields.mark(told.marks ?? '');
    const stored = new Set((told.marks ?? '').split(' ').map((pair) => pair.split('=')[0]));
    for (const [path, text] of texts) if (stored.has(path)) this.isStored(path, text);
    for (const path of told.contested ?? []) this.dispute(path);
    for (const { path } of told.problems ?? []) this.refused.add(this.fields.of(path) ?? path);
    const wrong = told.problems?.[0]?.message;
    if (wrong) this.say(`Not all is saved: ${wrong}. Your text is kept on this device.`, true);
    else this.say(this.contested.size ? TWICE : told.said, this.contested.size > 0);
    if (this.due().length > 0) this.soon(PAUSE);
    else if (this.wanted) this.go(this.wanted.button);
  }

  notTaken(why, texts) {
    for (const path of texts.keys()) this.refused.add(path);
    this.keep();
    this.say(`${why.replace(/\.$/, '')}.`, true);
  }

  isStored(path, text) {
    this.saved.set(path, text);
    if (this.fields.text(path) !== text) return;
    this.changed.delete(path);
    this.kept.drop(path);
  }

  dispute(path) {
    if (this.contested.has(path)) return;
    this.contested.add(path);
    warn(this.fields.place(path));
  }

  /** The page goes on once what is written is safe; with no line it stays, and so does the text. */
  async submit(event) {
    if (this.passing) return;
    this.refused.clear();
    const idle = !this.pending && this.due().length === 0;
    if (idle && !this.goesOn(event.submitter)) return this.pass(event.submitter);
    event.preventDefault();
    if (idle) return location.assign(this.next);
    if (this.leaving) return;
    this.leaving = true;
    this.keep();
    clearTimeout(this.timers.send);
    let lost = false;
    do {
      await this.save();
      lost = this.pending !== null;
    } while (!lost && this.due().length > 0);
    this.leaving = false;
    // With no line the page stays, and goes on by itself once the text is saved, unless somebody writes on.
    if (lost) this.wanted = { button: event.submitter };
    else this.go(event.submitter);
  }

  go(button) {
    this.wanted = null;
    if (this.goesOn(button)) return location.assign(this.next);
    this.pass(button);
    this.form.requestSubmit(button);
  }

  /** Whether a button only leads on: then the page need not be sent once more. */
  goesOn(button) {
    const files = [...this.form.querySelectorAll('[type=file]')].some(({ files }) => files.length > 0);
    return this.next && !button?.name && !files && this.changed.size === 0;
  }

  /** Lets the form itself go: without what is stored already. */
  pass(submitter) {
    this.passing = submitter ?? {};
    setTimeout(() => {
      this.passing = null;
    });
  }

  /** What is said stands beside the buttons and at the list of sections; read aloud is only what changes: trouble, and its end. */
  say(text, trouble) {
    for (const line of document.querySelectorAll('.hra-saved')) {
      line.lastChild.textContent = ` ${text}`;
      line.toggleAttribute('data-trouble', trouble);
    }
    if (trouble === Boolean(this.trouble) && (!trouble || text === this.trouble)) return;
    document.querySelector('[data-aloud]').textContent = text;
    this.trouble = trouble ? text : '';
  }
}

const form = document.querySelector('form[data-autosave]');
if (form) new Writing(form);
