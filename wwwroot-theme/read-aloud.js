// Reads the main text aloud where the browser can; where it cannot, nobody sees a button that does nothing.
const main = document.getElementById('main');
if (main && 'speechSynthesis' in window) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn--secondary read-aloud no-print';
  const speaking = on => {
    button.textContent = on ? '停止朗读' : '朗读本页';
    button.setAttribute('aria-pressed', String(on));
  };
  speaking(false);
  button.addEventListener('click', () => {
    const wasSpeaking = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    speaking(!wasSpeaking);
    if (wasSpeaking) return;
    // A paragraph at a time: several browsers fall silent in the middle of a long text.
    const parts = [...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, label, legend, td')]
      .filter(part => part.offsetParent !== null && !part.querySelector('p, li, dd, label'))
      .map(part => part.innerText.trim()).filter(text => text.length > 0);
    parts.forEach((text, index) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = 'zh-CN';
      words.rate = 0.9;
      if (index === parts.length - 1) words.onend = () => speaking(false);
      speechSynthesis.speak(words);
    });
  });
  main.prepend(button);
  addEventListener('pagehide', () => speechSynthesis.cancel());
}
