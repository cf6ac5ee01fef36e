// Reads the main text aloud, page after page and step after step until it is stopped.
// Where the browser cannot speak at all, nobody sees a button that does nothing; where it has no Chinese voice, it says so.
const main = document.getElementById('main');
const remembered = 'portal-read-aloud';
const noVoice = '这台设备的浏览器没有中文语音，读不出来。请在系统设置里安装中文语音，或者换一个浏览器再试。';

const isOn = () => sessionStorage.getItem(remembered) === '1';
const isChinese = voice => /^(zh|cmn|yue)\b/i.test(voice.lang.replace('_', '-'));

// Voices arrive late in several browsers, and never in some.
function voices() {
  const now = speechSynthesis.getVoices();
  if (now.length > 0) return Promise.resolve(now);
  return new Promise(resolve => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener?.('voiceschanged', done, { once: true });
    setTimeout(done, 1500);
  });
}

if (main && 'speechSynthesis' in window) {
  const bar = document.createElement('div');
  bar.className = 'read-aloud no-print';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn--secondary';
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  bar.append(button, told);

  const show = on => {
    button.textContent = on ? '停止朗读' : '朗读本页';
    button.setAttribute('aria-pressed', String(on));
  };

  const texts = () => [...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, label, legend, td')]
    .filter(part => part.offsetParent !== null && !bar.contains(part) && !part.querySelector('p, li, dd, label'))
    .map(part => part.innerText.trim()).filter(text => text.length > 0);

  const stop = () => {
    sessionStorage.removeItem(remembered);
    speechSynthesis.cancel();
    show(false);
  };

  async function read() {
    speechSynthesis.cancel();
    const voice = (await voices()).find(isChinese);
    if (!voice) {
      stop();
      told.textContent = noVoice;
      return;
    }
    if (!isOn()) return;
    told.textContent = '';
    // A paragraph at a time: several browsers fall silent in the middle of a long text.
    for (const text of texts()) {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = 'zh-CN';
      words.voice = voice;
      words.rate = 0.9;
      // A browser that lets a new page speak only after a press: the button offers it again.
      words.onerror = event => { if (event.error === 'not-allowed') stop(); };
      speechSynthesis.speak(words);
    }
  }

  show(isOn());
  button.addEventListener('click', () => {
    if (isOn()) return stop();
    sessionStorage.setItem(remembered, '1');
    show(true);
    read();
  });
  main.prepend(bar);
  if (isOn()) read();

  // The steps of a form and of the questionnaire are drawn in place: a new question is a new text to read.
  const place = () => [location.pathname + location.search, ...[...main.querySelectorAll('h1, .form-head > p, .survey-ask h2, .survey-ask legend')].map(part => part.innerText)].join('|');
  let readAt = place();
  let settling;
  new MutationObserver(() => {
    if (!isOn() || place() === readAt) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      readAt = place();
      read();
    }, 300);
  }).observe(main, { childList: true, subtree: true, characterData: true });
  addEventListener('pagehide', () => speechSynthesis.cancel());
}
