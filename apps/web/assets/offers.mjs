// What the page shows of texts that are kept on this device, and of answers that two people changed.

const TIME = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

function element(name, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** A kept text as it is read: the fields of rows one under the other. */
const readable = (fields, path) =>
  fields
    .filter(([name, value]) => value && (name === path || name.startsWith(`${path}.`)))
    .map(([, value]) => value)
    .join('\n');

/** Shows a text that was kept and is not what stands in the form, with what may be done with it. */
export function offer(writing, { key, path, at, fields }) {
  const { kept, fields: form } = writing;
  if (!form.paths.includes(path) || form.text(path, fields) === form.text(path)) {
    // It is saved, or it stands in the form already.
    return kept.remove(key);
  }
  const put = element('button', {
    type: 'button',
    className: 'govuk-button govuk-button--secondary',
    textContent: 'Put this text in the form',
  });
  const drop = element('button', {
    type: 'button',
    className: 'hra-linkbtn',
    textContent: 'Remove it from this device',
  });
  const box = element(
    'div',
    { className: 'hra-kept', role: 'region', ariaLabel: 'Text kept on this device' },
    element(
      'p',
      {},
      element('b', { textContent: `Text of yours of ${TIME.format(at)} was not saved. It is kept on this device:` }),
    ),
    element('div', { className: 'hra-kept__text', dir: 'auto', textContent: readable(fields, path) || '(left empty)' }),
    element('p', { textContent: 'What is saved now stands in the form.' }),
    put,
    drop,
  );
  drop.addEventListener('click', () => {
    kept.remove(key);
    box.remove();
  });
  put.addEventListener('click', () =>
    putBack(writing, path, fields, () => {
      kept.remove(key);
      box.remove();
    }),
  );
  form.place(path).before(box);
}

async function putBack(writing, path, fields, done) {
  const { form, fields: questions } = writing;
  const places = fields
    .filter(([name]) => questions.of(name) === path)
    .map(([name, value]) => [form.elements[name], value]);
  const here = places.every(([place]) => place instanceof HTMLElement && place.type !== 'checkbox');
  if (here) {
    for (const [place, value] of places) place.value = value;
    places[0]?.[0].dispatchEvent(new Event('input', { bubbles: true }));
    places[0]?.[0].focus();
    writing.keep();
    return done();
  }
  // There are more rows in it than the page has: it is saved as it is, and the page drawn again.
  const body = new URLSearchParams(fields);
  body.append('marks', `${path}=${questions.marks.get(path)}`);
  body.append('once', `${writing.page}-${path}`);
  const answer = await writing.line.send(body.toString());
  if (!answer?.told.marks) return writing.say('Not saved. Your text is kept on this device.', true);
  done();
  location.reload();
}

/** Says at its field that somebody else changed an answer meanwhile, and leads to where one is chosen. */
export function warn(place) {
  const compare = element('button', {
    className: 'govuk-button govuk-button--secondary',
    name: 'draft',
    value: '1',
    textContent: 'Compare both texts',
  });
  place.after(
    element(
      'div',
      { className: 'hra-meanwhile', role: 'alert' },
      element(
        'p',
        {},
        element('b', {
          textContent:
            'This answer was changed while you were writing: by somebody else, or by you in another window. ',
        }),
        'Neither text is written over.',
      ),
      compare,
    ),
  );
}
