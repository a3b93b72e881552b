/*
 * Whatever says where a newer one of itself is (data-desk-refresh) is replaced by it
 * every two seconds, until the newer one no longer says so. What is about the text that was
 * saved (data-desk-saved) is replaced when the editor has saved it. Without this, reload.
 */
const EVERY = 2000;

async function renewed(old) {
  const address = old.dataset.deskRefresh || old.dataset.deskSaved;
  const response = await fetch(address, {
    headers: { "X-Requested-With": "XMLHttpRequest" },
    credentials: "same-origin",
  });
  if (!response.ok) {
    throw new Error(`the desk answered ${response.status}`);
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.body.firstElementChild;
}

async function renew(old) {
  if (old.contains(document.activeElement)) {
    return; // Somebody is about to press a button: do not take it from them.
  }
  const fresh = await renewed(old);
  if (fresh && old.isConnected && !old.contains(document.activeElement)) {
    old.replaceWith(document.adoptNode(fresh));
  }
}

async function round() {
  if (!document.hidden) {
    const all = [...document.querySelectorAll("[data-desk-refresh]")];
    await Promise.allSettled(all.map(renew));
  }
  setTimeout(round, EVERY);
}

setTimeout(round, EVERY);

document.addEventListener("w-autosave:success", () => {
  const all = [...document.querySelectorAll("[data-desk-saved]")];
  Promise.allSettled(all.map(renew));
});
