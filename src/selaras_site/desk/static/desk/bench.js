/*
 * The bench: shortcuts, inserting, the time that somebody reads, and the seat.
 *
 * What a key does is written on the element (data-key, and data-also for a second one),
 * so that this list and the page cannot differ. Everything works without this file, by mouse and whole pages.
 */
const EVERY = 20; // Seconds between two messages that somebody is still here.
const IDLE = 60; // Seconds without a key or a move after which nobody reads any more.

let spent = 0; // Seconds of reading that the server was not told yet.
let lastSign = Date.now();

const bench = () => document.getElementById("bench");
const typed = () => document.getElementById("bench-typed");

function keyOf(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("ctrl");
  if (event.altKey) parts.push("alt");
  // Alt types other characters on some keyboards: the key's place tells which it was.
  const place = /^(?:Key|Digit)(.)$/.exec(event.code);
  parts.push(event.altKey && place ? place[1].toLowerCase() : event.key.toLowerCase());
  return parts.join("+");
}

function isTyping(event) {
  return event.target.matches("textarea, input, select") && !event.altKey && !event.ctrlKey && !event.metaKey;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || isTyping(event)) {
    return; // An input method is at work, or somebody just writes.
  }
  const key = CSS.escape(keyOf(event));
  const found = bench()?.querySelector(`[data-key="${key}"], [data-also="${key}"]`);
  // Nothing is decided behind a dialog: there only the key that opened it does something.
  const isBehind = document.querySelector("dialog[open]") && !found?.dataset.opens;
  if (found && !isBehind) {
    event.preventDefault();
    found.click();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const area = typed();
  if (!button || !area) {
    return;
  }
  const { insert, whole, around, opens } = button.dataset;
  if (opens) {
    toggle(document.getElementById(opens));
  } else if (insert !== undefined) {
    change(area, insert);
  } else if (whole !== undefined) {
    area.select();
    change(area, whole);
  } else if (around !== undefined) {
    wrap(area, around);
  }
});

function toggle(dialog) {
  if (dialog.open) {
    dialog.close();
  } else {
    dialog.showModal();
  }
}

// What execCommand inserts can be undone with Ctrl+Z; setRangeText cannot.
function change(area, text) {
  if (area.readOnly) {
    return;
  }
  area.focus();
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function wrap(area, number) {
  const selected = area.value.slice(area.selectionStart, area.selectionEnd);
  const bare = new RegExp(`</?${number}>`, "g");
  const start = area.value.slice(0, area.selectionStart).replace(bare, "");
  const end = area.value.slice(area.selectionEnd).replace(bare, "");
  area.select();
  change(area, `${start}<${number}>${selected.replace(bare, "")}</${number}>${end}`);
}

for (const sign of ["keydown", "pointermove", "scroll", "touchstart"]) {
  document.addEventListener(sign, () => (lastSign = Date.now()), { passive: true });
}

// What was typed a moment ago is kept, whichever way somebody leaves.
function keepTyped() {
  const area = typed();
  const place = bench()?.dataset.draft;
  if (!area || !place || area.readOnly || area.value === area.defaultValue) {
    return;
  }
  navigator.sendBeacon(place, new URLSearchParams(new FormData(area.form)));
}

// How long somebody had which text before them; nothing where there is no sentence.
function account() {
  const valueOf = (name) => bench()?.querySelector(`[name=${name}]`)?.value;
  const token = valueOf("csrfmiddlewaretoken");
  if (!token) {
    return null;
  }
  const body = new URLSearchParams({ spent, seen: valueOf("seen") ?? "", csrfmiddlewaretoken: token });
  count(0);
  return body;
}

function count(seconds) {
  spent = seconds;
  const field = bench()?.querySelector("[name=spent]");
  if (field) {
    field.value = spent;
  }
}

async function stay() {
  const place = bench().dataset.seat;
  const body = account();
  try {
    const answer = await fetch(place, { method: "POST", body, credentials: "same-origin" });
    const told = answer.ok && !answer.redirected ? await answer.json() : { mine: true };
    if (!told.mine && bench()?.dataset.seat === place) {
      giveUp(told.said);
    }
  } catch {
    // The connection is gone for a while; the seat is kept for as long on its own.
  }
}

// Somebody else sits here now: what is typed can be copied, and not saved over theirs.
function giveUp(said) {
  const area = typed();
  if (!area || area.readOnly) {
    return;
  }
  area.readOnly = true;
  bench().querySelectorAll("#bench-form button").forEach((button) => (button.disabled = true));
  const notice = document.createElement("p");
  notice.className = "bench-refusal";
  notice.setAttribute("role", "alert");
  notice.textContent = said;
  bench().prepend(notice);
}

function leave() {
  const place = bench()?.dataset.seat;
  const body = account();
  if (place && body) {
    body.set("leaves", 1);
    navigator.sendBeacon(place, body);
  }
}

setInterval(() => {
  const isReading = !document.hidden && Date.now() - lastSign < IDLE * 1000;
  if (!bench() || !isReading) {
    return;
  }
  count(spent + 1);
  if (spent >= EVERY) {
    stay();
  }
}, 1000);

window.addEventListener("pagehide", () => {
  keepTyped();
  leave();
});

// What is being saved is no draft any more, and takes its own time with it.
document.addEventListener("submit", (event) => {
  const area = typed();
  if (area && event.target === area.form) {
    area.defaultValue = area.value;
  }
});

// Another sentence takes this one's place: what was read until now belongs to this one.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target.id === "bench" && event.detail.requestConfig?.verb === "get") {
    leave();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#bench a")) {
    keepTyped();
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "bench" || event.detail.elt?.id === "bench") {
    count(0);
    document.title = bench()?.dataset.title ?? document.title;
    typed()?.focus({ preventScroll: true });
    // The admin scrolls its main part, and not the window.
    document.querySelector("main")?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  }
});

// A refusal is an answer, and stands in the page that comes with it.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// What is marked in the original as before stays: somebody may be selecting in it.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target?.innerHTML === fragment?.firstElementChild?.innerHTML) {
    event.detail.shouldSwap = false;
  }
});
