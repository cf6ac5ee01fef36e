// Takes the next question in place of the last, and keeps the answers in the address, behind the # that is never sent.
// More than all answers ever take; a longer one would only burden the connection.
const longest = 4000;
const failed = '网络没有连上，刚才的回答还在，请再按一次。';

let busy = false;
const root = () => document.getElementById('survey');
const form = () => document.getElementById('survey-form');
const part = name => root().querySelector(`[data-survey="${name}"]`);
const fragment = () => location.hash.length > longest ? '#too-long' : location.hash;

// Replaced, not pushed: going back leaves the page and does not walk through every answer.
function keep(answers) {
    history.replaceState(history.state, '', location.pathname + location.search + (answers ? '#' + answers : ''));
}

function take(fresh, moved) {
    root().replaceWith(fresh);
    keep(fresh.dataset.answers);
    document.getElementById('survey-said').textContent = fresh.dataset.said;
    begin();
    if (moved) fresh.querySelector('[autofocus]')?.focus();
}

async function post(fields, moved) {
    if (busy) return;
    busy = true;
    root().setAttribute('aria-busy', 'true');
    try {
        const answer = await fetch(form().action, { method: 'POST', body: new URLSearchParams(fields) });
        const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('survey');
        if (fresh) take(document.adoptNode(fresh), moved);
        else part('told').textContent = failed;
    } catch {
        part('told').textContent = failed;
    } finally {
        busy = false;
        root().removeAttribute('aria-busy');
    }
}

function open() {
    const fields = new FormData(form());
    fields.set('Form.Answers', fragment());
    for (const name of ['Form.Path', 'Form.Question', 'Form.Step']) fields.delete(name);
    fields.set('Form.AsksPlace', 'false');
    return post(fields, false);
}

function begin() {
    for (const name of ['copy', 'print']) part(name).hidden = false;
}

async function copy() {
    try {
        await navigator.clipboard.writeText(location.href);
        return true;
    } catch {
        return copyBySelection(location.href);
    }
}

// Without https, or where the clipboard is barred, a selection can still be copied.
function copyBySelection(text) {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
}

document.addEventListener('submit', event => {
    if (event.target !== form()) return;
    event.preventDefault();
    post(new FormData(form(), event.submitter), true);
});
document.addEventListener('click', async event => {
    const pressed = event.target.closest?.('#survey [data-survey]')?.dataset.survey;
    if (pressed === 'print') window.print();
    if (pressed === 'copy') part('told').textContent = await copy() ? '链接已复制。' : '浏览器不允许复制，请从地址栏里复制网址。';
});
// "None of these" and any of these put each other out.
document.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox' || !target.checked || target.form !== form()) return;
    for (const other of form().querySelectorAll('input[type=checkbox]'))
        if (other !== target && ('alone' in target.dataset || 'alone' in other.dataset)) other.checked = false;
});
addEventListener('hashchange', open);
begin();
if (location.hash.length > 1) open();
