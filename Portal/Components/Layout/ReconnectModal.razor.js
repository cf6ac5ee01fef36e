const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
    if (state === 'show') {
        if (!dialog.open) dialog.showModal();
    } else if (state === 'hide') {
        dialog.close();
    } else if (state === 'failed') {
        // A phone put away loses its line: try again by itself when it is taken out.
        document.addEventListener('visibilitychange', retryWhenVisible);
    } else if (state === 'rejected') {
        location.reload();
    }
});

// Closed by Escape the page would look alive and be dead.
dialog.addEventListener('cancel', event => event.preventDefault());

dialog.addEventListener('click', event => {
    const action = event.target.dataset?.do;
    if (action === 'retry') retry();
    if (action === 'resume') resume();
    if (action === 'reload') location.reload();
});

async function retry() {
    document.removeEventListener('visibilitychange', retryWhenVisible);
    try {
        // False means the server was reached but has let go of the circuit.
        if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
            location.reload();
            return;
        }
        dialog.close();
    } catch {
        document.addEventListener('visibilitychange', retryWhenVisible);
    }
}

async function resume() {
    try {
        if (await Blazor.resumeCircuit()) dialog.close();
        else location.reload();
    } catch {
        location.reload();
    }
}

function retryWhenVisible() {
    if (document.visibilityState === 'visible') retry();
}
