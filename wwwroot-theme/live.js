// Listens for news of what the page shows and puts the new parts in place of the old. The page itself is asked for again, so
// that there is one way to draw a part and one check of who may see it.
const here = () => document.querySelector('[data-live-from]');
const status = document.querySelector('[data-live-status]');
let stream;

const typedIn = field =>
  field.type === 'file' ? field.files.length > 0
  : field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected && !option.defaultSelected && option.index > 0)
  : field.type !== 'hidden' && field.value !== field.defaultValue;

const isBusy = part => {
  const fields = [...part.querySelectorAll('input, textarea, select')];
  return fields.some(typedIn) || fields.includes(document.activeElement);
};

function replace(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const open = [...part.querySelectorAll('details')].map(details => details.open);
  part.innerHTML = fresh.innerHTML;
  part.querySelectorAll('details').forEach((details, index) => { if (open[index]) details.open = true; });
  if (focused) [...part.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
}

async function refresh() {
  let answer;
  try {
    answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  } catch {
    return; // Offline: the stream comes back by itself and says so again.
  }
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const news = fresh.querySelector('[data-live-from]');
  if (!news) return;
  let kept = false;
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!next || next.innerHTML === part.innerHTML) continue;
    if (isBusy(part)) kept = true;
    else replace(part, next);
  }
  here().dataset.liveFrom = news.dataset.liveFrom;
  status.textContent = news.dataset.liveSay + (kept ? '。您正在填的内容还在，提交前请先看看最新情况。' : '');
}

function listen() {
  stream?.close();
  stream = new EventSource(here().dataset.liveFrom);
  stream.addEventListener('changed', refresh);
}

// A hidden page keeps no connection; seen again, it catches up by what it saw last.
document.addEventListener('visibilitychange', () => document.hidden ? stream?.close() : listen());
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', event => { if (event.persisted) listen(); });
if (!document.hidden) listen();
