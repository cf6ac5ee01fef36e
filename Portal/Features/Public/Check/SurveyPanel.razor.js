// More than all answers ever take; a longer one would only burden the connection.
const longest = 4000;

let onHashChange;

const fragment = () => location.hash.length > longest ? '#too-long' : location.hash;

export function start(page) {
    stop();
    onHashChange = () => page.invokeMethodAsync('ArriveAsync', fragment());
    addEventListener('hashchange', onHashChange);
    return fragment();
}

export function stop() {
    removeEventListener('hashchange', onHashChange);
}

// Replaced, not pushed: going back leaves the page and does not walk through every answer.
export function keep(answers) {
    history.replaceState(history.state, '', location.pathname + location.search + (answers ? '#' + answers : ''));
}

export async function copy() {
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

export function print() {
    window.print();
}
