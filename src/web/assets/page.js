// Keeps an open page true: looks again when the server says so, and puts in only what differs. Decides nothing.

const path = document.body.dataset.path;
const line = document.getElementById('live');
const shown = new Map(regions(document));
let said = document.querySelector('[data-said]')?.dataset.said;
let source;
let busy = false;
let again = false;

/** The parts of a page that may change, as the server wrote them. */
function regions(page) {
  return [...page.querySelectorAll('[data-live]')].map((part) => [part.dataset.live, part.outerHTML]);
}

function say(text) {
  line.parentElement.dataset.state = source?.readyState === EventSource.OPEN ? 'live' : '';
  if (line.textContent !== text) line.textContent = text;
}

async function look() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  try {
    const response = await fetch(path, { headers: { Accept: 'text/html' }, cache: 'no-store', redirect: 'error' });
    if (response.status === 401) return over();
    if (response.ok) put(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    say('No connection. Trying again.');
  } finally {
    busy = false;
  }
  if (again) look();
}

function over() {
  source?.close();
  say('Your session is over. Ask for a new link: portcullis approvals open');
}

/** What is decided must be what was read: a page whose subject became another one is not changed under the reader. */
function put(next) {
  const digest = (page) => page.querySelector('input[name="digest"]')?.value;
  if (digest(document) && digest(next) && digest(document) !== digest(next)) {
    say('This changed meanwhile. Reload the page to see it as it is now.');
    return;
  }
  document.title = next.title;
  for (const [name, html] of regions(next)) {
    if (shown.get(name) === html) continue;
    shown.set(name, html);
    replace(document.querySelector(`[data-live="${name}"]`), next.querySelector(`[data-live="${name}"]`));
  }
  const now = next.querySelector('[data-said]')?.dataset.said;
  say(now === said ? 'Live' : now);
  said = now;
}

/** Puts a new part in the place of an old one, and keeps what the person typed, marked, opened and stood on. */
function replace(old, fresh) {
  const focus = old.contains(document.activeElement) ? document.activeElement : undefined;
  const range = focus instanceof HTMLTextAreaElement ? [focus.selectionStart, focus.selectionEnd] : undefined;
  for (const field of old.querySelectorAll('textarea, input[type="checkbox"]')) {
    const same = field.id && fresh.querySelector(`#${CSS.escape(field.id)}`);
    if (same) [same.value, same.checked] = [field.value, field.checked];
  }
  const folds = [...fresh.querySelectorAll('details')];
  for (const [at, fold] of [...old.querySelectorAll('details')].entries())
    if (fold.open && folds[at]) folds[at].open = true;
  old.replaceWith(document.adoptNode(fresh));
  if (!focus) return;
  const target = (focus.id && document.getElementById(focus.id)) || fresh;
  target.focus({ preventScroll: true });
  if (range && target instanceof HTMLTextAreaElement) target.setSelectionRange(...range);
}

/** `in 12 minutes`, in the same words as the server's. */
function span(seconds) {
  const [size, unit] =
    seconds < 60
      ? [1, 'second']
      : seconds < 5400
        ? [60, 'minute']
        : seconds < 129_600
          ? [3600, 'hour']
          : [86_400, 'day'];
  const number = Math.max(0, Math.floor(seconds / size));
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

const ends = new WeakMap();
function tick() {
  for (const time of document.querySelectorAll('time[data-left]')) {
    if (!ends.has(time)) ends.set(time, performance.now() + Number(time.dataset.left) * 1000);
    const left = (ends.get(time) - performance.now()) / 1000;
    const text = `in ${span(left)}`;
    if (time.textContent !== text) time.textContent = text;
    if (left <= 0 && !time.dataset.over) {
      time.dataset.over = 'yes';
      setTimeout(look, 1000);
    }
  }
}

/** A browser holds few connections to one server, so only a page that is looked at keeps one. */
function follow() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource('/approvals/events');
  source.onopen = () => {
    say('Live');
    look();
  };
  source.onmessage = look;
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) look();
    else say('No connection. Trying again.');
  };
}

document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => event.persisted && follow());
setInterval(tick, 1000);
follow();
