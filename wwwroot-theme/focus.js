// On interactive pages the framework scrolls to what an in-page link names, but leaves the keyboard behind.
const patience = 3000;

function take(target) {
  const field = target.matches('fieldset') ? target.querySelector('input:not(:disabled), select, textarea') ?? target : target;
  (field.closest('.field') ?? field).scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

// A step may be drawn only after the address has changed.
function follow(hash) {
  const id = decodeURIComponent(hash.slice(1));
  if (!id) return;
  const found = document.getElementById(id);
  if (found) return take(found);
  const watcher = new MutationObserver(() => {
    const late = document.getElementById(id);
    if (!late) return;
    watcher.disconnect();
    take(late);
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), patience);
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href*="#"]');
  if (!link || link.pathname + link.search !== location.pathname + location.search) return;
  // After the framework's own scrolling.
  setTimeout(() => follow(link.hash));
});

// What the page itself leads to, where browsers tell of it.
globalThis.navigation?.addEventListener('currententrychange', event => {
  if (event.navigationType === 'push') follow(location.hash);
});
