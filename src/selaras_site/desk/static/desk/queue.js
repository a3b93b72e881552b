/*
 * The queue: keys to begin (data-key says which) and to go through the list, filters folded away on a phone, and a word
 * when the counts cannot be renewed. Everything works without this file.
 */
const NARROW = "(max-width: 50rem)";
const DOWN = new Set(["j", "ArrowDown"]);
const UP = new Set(["k", "ArrowUp"]);

const links = () => [...document.querySelectorAll(".queue-link")];

if (window.matchMedia(NARROW).matches) {
  document.querySelector(".queue-side")?.removeAttribute("open");
}

const isWriting = (event) =>
  event.isComposing || event.target.closest("input, textarea, select, [contenteditable], [role=dialog]");

// Alt types other characters on some keyboards: the key's place tells which it was.
document.addEventListener("keydown", (event) => {
  const place = /^Key(.)$/.exec(event.code);
  if (!place || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isWriting(event)) {
    return;
  }
  const found = document.querySelector(`[data-key="alt+${place[1].toLowerCase()}"]`);
  if (found) {
    event.preventDefault();
    found.click();
  }
});

document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!isPlain || isWriting(event)) {
    return;
  }
  const all = links();
  const here = all.indexOf(document.activeElement);
  // Arrows scroll the page until somebody is in the list.
  if (here < 0 && event.key.startsWith("Arrow")) {
    return;
  }
  const step = DOWN.has(event.key) ? 1 : UP.has(event.key) ? -1 : 0;
  const next = all[here < 0 ? 0 : here + step];
  if (step && next) {
    event.preventDefault();
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
  }
});

// Nobody looks: nothing is asked.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden) {
    event.preventDefault();
  }
});

for (const name of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(name, () => {
    const fresh = document.getElementById("queue-fresh");
    if (fresh) {
      fresh.textContent = fresh.dataset.failed;
    }
  });
}
