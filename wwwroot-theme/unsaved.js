// Beside a form that saves itself: lets it never say saved of what has not reached the server, and says after a crash what was lost.
// Until it is saved the last field is noted in this browser: of sums and days with what was typed, of all else only which field it was.
const prefix = 'unsaved:';
const keptFor = 24 * 60 * 60 * 1000;
const waiting = new Set();
const before = new WeakMap();
let heard;
let connected = navigator.onLine;
let seen;

const status = () => document.querySelector('[data-save-state]');
const part = name => status()?.querySelector(`[data-save="${name}"]`);

function note(draft, field) {
  const label = (field.closest('fieldset')?.querySelector('legend') ?? field.labels?.[0])?.innerText.trim() ?? '';
  // Never a person's name or number, nor an account: they are no facts, or have nine digits in a row.
  const isPlain = /^(?!.*person-).*fact-/.test(field.id) && field.type !== 'radio' && field.value.length <= 32 && !/\d{9}/.test(field.value);
  try {
    localStorage.setItem(prefix + draft, JSON.stringify({ id: field.id, label, value: isPlain ? field.value : null, page: location.pathname + location.search, at: Date.now() }));
  } catch { /* Full, or forbidden: then nothing can be offered back. */ }
}

function noted(draft) {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && !(Date.now() - JSON.parse(localStorage.getItem(key)).at < keptFor)) localStorage.removeItem(key);
    return JSON.parse(localStorage.getItem(prefix + draft));
  } catch {
    return null;
  }
}

function forget(draft) {
  try {
    localStorage.removeItem(prefix + draft);
  } catch { /* As above. */ }
}

function show() {
  const [said, unsent] = [part('said'), part('unsent')];
  if (!said) return;
  const text = waiting.size === 0 ? ''
    : !connected ? '网络断开了，刚填的内容还没有保存。请先不要关掉这一页。'
    : status().dataset.saveState === 'Saved' ? '刚填的内容还没有保存…' : '';
  if (unsent.textContent !== text) unsent.textContent = text;
  unsent.hidden = text === '';
  said.hidden = text !== '';
}

function offerBack() {
  const [lost, left] = [part('lost'), noted(status().dataset.saveDraft)];
  if (!lost || !left) return;
  const field = document.getElementById(left.id);
  if (field && left.value !== null && field.value === left.value) return forget(status().dataset.saveDraft);
  lost.querySelector('[data-save="what"]').textContent = left.value === null
    ? `上次离开这份申请时，“${left.label}”刚填的内容可能没来得及保存，请再看一下。`
    : `上次离开这份申请时，“${left.label}”刚填的“${left.value}”没来得及保存。`;
  lost.querySelector('[data-save="restore"]').hidden = !field || left.value === null;
  const page = lost.querySelector('[data-save="page"]');
  page.hidden = Boolean(field) || !left.page.startsWith('/apply/');
  if (!page.hidden) page.href = left.page;
  lost.hidden = false;
}

// The framework listens for either, by the kind of field.
const resend = field => ['input', 'change'].forEach(kind => field.dispatchEvent(new Event(kind, { bubbles: true })));

function connect(now) {
  if (now && !connected) setTimeout(() => [...waiting].filter(field => field.isConnected).forEach(resend));
  connected = now;
  show();
}

function look() {
  const now = status();
  if (now && now !== seen) {
    seen = now;
    offerBack();
  }
  // Saved, and the server has heard of a change since the last key: that was saved, too.
  if (now && waiting.size > 0 && connected && now.dataset.saveState === 'Saved' && now.dataset.saveTouched !== heard) {
    for (const field of waiting) before.set(field, field.value);
    waiting.clear();
    forget(now.dataset.saveDraft);
  }
  show();
}

// Beside a file: of the file, and not of the form.
const isApart = field => field.type === 'checkbox' && field.closest('li');

document.addEventListener('focusin', event => before.set(event.target, event.target.value));

document.addEventListener('input', event => {
  const [now, field] = [status(), event.target];
  if (!now || !field.matches?.('form.narrow :is(input:not([type=file]), select, textarea)') || isApart(field)) return;
  // What was there already is no change: the server hears nothing of it.
  if (!waiting.has(field) && before.get(field) === field.value && field.type !== 'radio' && field.type !== 'checkbox') return;
  waiting.add(field);
  heard = now.dataset.saveTouched;
  note(now.dataset.saveDraft, field);
  show();
}, true);

document.addEventListener('click', event => {
  const what = event.target.dataset?.save;
  if (what !== 'restore' && what !== 'dismiss') return;
  const draft = status().dataset.saveDraft;
  const left = noted(draft);
  part('lost').hidden = true;
  if (what === 'dismiss' || !left) return forget(draft);
  const field = document.getElementById(left.id);
  field.value = left.value;
  resend(field);
  field.focus();
});

addEventListener('offline', () => connect(false));
addEventListener('online', () => connect(true));
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => connect(event.detail.state === 'hide'));
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-save-state', 'data-save-touched', 'data-save-draft'] });
look();
