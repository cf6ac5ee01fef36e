let number = 0;
const watches = new Map();

// Links to fields that are not on the page yet: the page makes them first.
export function start(prefix, page) {
    const watch = click => {
        const id = fieldOf(click.target.closest?.('a[href*="#"]')?.hash);
        if (id.startsWith(prefix)) page.invokeMethodAsync('ArriveAsync', id);
    };
    addEventListener('click', watch);
    watches.set(++number, watch);
    const id = fieldOf(location.hash);
    if (id.startsWith(prefix)) page.invokeMethodAsync('ArriveAsync', id);
    return number;
}

export function stop(key) {
    removeEventListener('click', watches.get(key));
    watches.delete(key);
}

export function reach(id) {
    const field = document.getElementById(id);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
}

function fieldOf(hash) {
    try {
        return decodeURIComponent((hash ?? '').slice(1));
    } catch {
        return '';
    }
}
