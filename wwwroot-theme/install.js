// After the page, so that keeping the offline page takes nothing from showing this one.
const sheet = document.querySelector('link[href*="/theme/portal."]')?.getAttribute('href') ?? '';
const install = () => navigator.serviceWorker.register(`/service-worker.js?${encodeURIComponent(sheet.split('/').pop())}`).catch(() => { });
if ('serviceWorker' in navigator) {
  if (document.readyState === 'complete') install();
  else addEventListener('load', install, { once: true });
}
