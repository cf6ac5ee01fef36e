// Says at once when the network goes, and sends no form into nothing.
const words = {
  gone: '网络断开了，现在不能保存也不能提交。请先不要关掉这一页，连上网以后接着办。',
  held: '现在没有网络，还没有提交。您填的内容还在这一页，连上网以后再按一次。',
  back: '网络恢复了，可以接着办。',
};
const shownFor = 8000;
const notice = document.createElement('p');
notice.className = 'connection no-print';
notice.setAttribute('role', 'alert');
notice.hidden = true;

function say(text) {
  // Anew each time: when the framework moves on to another page it takes away what it has not drawn.
  if (!notice.isConnected) document.getElementById('main')?.before(notice);
  notice.textContent = text;
  notice.hidden = text === '';
}

addEventListener('offline', () => say(words.gone));
addEventListener('online', () => {
  say(words.back);
  setTimeout(() => { if (notice.textContent === words.back) say(''); }, shownFor);
});
if (!navigator.onLine) say(words.gone);

document.addEventListener('submit', event => {
  if (!navigator.onLine) {
    event.preventDefault();
    say(words.held);
  } else if (event.target.matches('form[action="/logout"]')) {
    // Whoever signs out leaves nothing on the machine, see unsaved.js.
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith('unsaved:')) localStorage.removeItem(key);
    } catch { /* A browser that keeps nothing has nothing to forget. */ }
  }
}, true);
