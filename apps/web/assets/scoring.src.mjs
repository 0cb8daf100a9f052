// The page on which a request is scored. It works without.
// The running total. The server counts again, exactly, when the scores are saved.
const scores = document.querySelector('[data-score]');
if (scores) scores.addEventListener('change', (event) => event.target.type === 'radio' && recount(scores));

function recount(form) {
  const rubrics = [...form.querySelectorAll('[data-weight]')].map((details) => {
    const answer = details.querySelector('input[type=radio]:checked')?.value;
    const weight = Number(details.dataset.weight);
    const assessed = answer !== undefined && answer !== 'cannot';
    return { details, answer, weight, points: assessed ? (weight * Number(answer)) / 4 : 0, assessed };
  });
  for (const rubric of rubrics) drawPips(rubric);
  const sum = (pick) => rubrics.reduce((total, rubric) => total + pick(rubric), 0);
  const points = sum((rubric) => rubric.points);
  const possible = sum((rubric) => (rubric.assessed ? rubric.weight : 0));
  const answered = sum((rubric) => (rubric.answer === undefined ? 0 : 1));
  form.querySelector('[data-answered]').textContent = answered;
  form.querySelector('[data-total]').innerHTML = total(points, possible, answered === rubrics.length);
  drawBar(form.querySelector('[data-bar] svg'), rubrics);
}

function total(points, possible, complete) {
  if (!complete) return `${figure(points, 1)} <small>of ${possible} possible so far</small>`;
  if (possible === 0) return '– <small>nothing could be assessed</small>';
  const share = possible === 100 ? '' : `, on ${possible}% of the weight`;
  return `${figure(points * 100, possible)} <small>of 100${share}</small>`;
}

/** A fraction with two decimals, half up, the second only where it says something: what the server shows. Points are quarters, so whole numbers do it without error. */
function figure(top, bottom) {
  const [quarters, parts] = [Math.round(top * 4), bottom * 4];
  const hundredths = Math.floor((quarters * 200 + parts) / (parts * 2));
  return (hundredths / 100).toFixed(2).replace(/0$/, '');
}

function drawPips({ details, answer, points, assessed }) {
  const pips = details.querySelector('.hra-pips');
  if (answer === undefined) return;
  const boxes = [1, 2, 3, 4].map((pip) => `<i class="${pip <= Number(answer) ? 'on' : ''}"></i>`).join('');
  pips.innerHTML = assessed
    ? `<span class="govuk-visually-hidden">scored ${answer} of 4, adds</span><span class="hra-pips__on" aria-hidden="true">${boxes}</span><b>${Number(points.toFixed(2))}</b>`
    : '<span class="hra-muted">Cannot assess</span>';
}

function drawBar(svg, rubrics) {
  let from = 0;
  const parts = rubrics.map(({ points }) => {
    const seam =
      from > 0 && points > 0
        ? `<line class="is-seam" x1="${from}%" x2="${from}%" y1="0" y2="100%" stroke="#fff" stroke-width="2"/>`
        : '';
    const part = `<rect class="is-part" x="${from}%" width="${points}%" height="100%" fill="#00618A"/>${seam}`;
    from += points;
    return part;
  });
  svg.innerHTML = `<rect width="100%" height="100%" fill="#E3EAEE"/>${parts.join('')}`;
}

// Words selected in the request become evidence of the criterion that stands open. They can be typed just as well.
const request = document.querySelector('.hra-doc--numbered');
const quoting = request ? [...document.querySelectorAll('[data-cite]')] : [];
let selected = null;
for (const button of quoting) {
  button.hidden = false;
  button.addEventListener('click', () => cite(button));
}
// A tap or a key on the button may drop the selection: the last one in the request is remembered.
if (quoting.length > 0)
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (range?.intersectsNode(request)) selected = range.cloneRange();
  });

/** The words of a paragraph that lie in a range, without its number and the marks of what is cited already. */
function wordsIn(range, passage) {
  const part = document.createRange();
  part.selectNodeContents(passage);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const other of copy.querySelectorAll('sup, .hra-para__no')) other.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim().slice(0, 400).trim();
}

/** A line of evidence for each paragraph that was selected; a list or a table is named by its number alone. */
function citedLines() {
  return [...request.querySelectorAll('[data-paragraph]')]
    .filter((passage) => selected?.intersectsNode(passage))
    .flatMap((passage) => {
      const words = wordsIn(selected, passage);
      const number = passage.dataset.paragraph;
      if (!words) return [];
      return [passage.matches('.hra-para--whole') ? number : `${number} “${words}”`];
    });
}

function cite(button) {
  const said = button.parentElement.querySelector('[data-cited]');
  const field = document.getElementById(button.dataset.cite);
  const known = field.value.split('\n').map((line) => line.trim());
  const lines = citedLines();
  const added = lines.filter((line) => !known.includes(line));
  if (added.length > 0) field.value = [field.value.trim(), ...added].filter(Boolean).join('\n');
  const where = lines.map((line) => line.split(' ')[0]).join(', ');
  said.textContent =
    lines.length === 0
      ? 'Select words in the request first.'
      : added.length === 0
        ? `Quoted already from ${where}.`
        : `Quoted from ${where}. Save to see it marked in the request.`;
}
