// The form of a section by its questions: a question is one field, or all the fields of its rows.

const tidy = (text) => text.replace(/\r\n/g, '\n').trim();

export class Fields {
  constructor(form) {
    this.form = form;
    this.marks = new Map(form.elements.marks.value.split(' ').map((pair) => pair.split('=')));
    this.paths = [...this.marks.keys()];
  }

  /** The question that a field belongs to. */
  of = (name = '') => this.paths.find((path) => name === path || name.startsWith(`${path}.`));

  /** What is in the fields of a question, as it would be sent. */
  read(path) {
    const own = ([name, value]) =>
      typeof value === 'string' &&
      (this.of(name) === path || (name === 'shown' ? value === path : name === 'offered' && this.of(value) === path));
    return [...new FormData(this.form)].filter(own);
  }

  /** The same as a text that can be compared. */
  text(path, fields = this.read(path)) {
    return JSON.stringify(fields.filter(([name]) => this.of(name)).map(([name, value]) => [name, tidy(value)]));
  }

  /** What is stored of some questions now. */
  mark(marks) {
    for (const pair of marks.split(' ').filter(Boolean)) this.marks.set(...pair.split('='));
    this.form.elements.marks.value = [...this.marks].map((pair) => pair.join('=')).join(' ');
  }

  /** The field or the group of a question on the page. */
  place(path) {
    const field = this.form.querySelector(`[name="${CSS.escape(path)}"]`);
    const group = this.form.querySelector(`[name="shown"][value="${CSS.escape(path)}"]`);
    return field?.closest('.govuk-form-group') ?? group?.closest('fieldset') ?? this.form;
  }

  /** Leaves out of what is sent what is stored already. */
  leaveOut(data, saved) {
    for (const name of Array.from(data.keys())) if (saved(this.of(name))) data.delete(name);
    for (const name of ['shown', 'offered']) {
      const values = data.getAll(name).filter((value) => !saved(this.of(value)));
      data.delete(name);
      for (const value of values) data.append(name, value);
    }
  }
}
