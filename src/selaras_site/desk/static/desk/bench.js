/*
 * The bench: shortcuts, inserting, the time that somebody reads, the seat, and what they type.
 *
 * What a key does is written on the element (data-key, and data-also for a second one), so that
 * this list and the page cannot differ. Everything works without this file, by mouse and whole
 * pages.
 */
const EVERY = 20; // Seconds of reading between two messages that somebody is still here.
const IDLE = 60; // Seconds without a key or a move after which nobody reads any more.
const PAGE = /<html[\s>]/i; // A whole page where a part was asked for: the login, or a fault.

const bench = () => document.getElementById("bench");
const typed = () => document.getElementById("bench-typed");

let spent = 0; // Seconds of reading that the server was not told yet.
let quiet = 0; // Seconds of reading since it was told the last time.
let kept = null; // The text that the server surely has; nothing where nobody knows.
let lastSign = Date.now();

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
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
  return isPlain && event.target.matches("textarea, input, select");
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

// Another sentence is there, or the same one anew.
function begin() {
  kept = typed()?.defaultValue ?? null;
  quiet = 0;
  count(0);
}

begin();

// What was typed a moment ago is kept, whichever way somebody leaves. Whether it came is not
// known: it is sent once more the next time.
function keepTyped() {
  const area = typed();
  if (!area || area.readOnly || area.value === kept) {
    return;
  }
  const body = draftOf(area);
  body.set("leaves", 1);
  navigator.sendBeacon(bench().dataset.draft, body);
  kept = null;
}

// Its form has no text while the text area is disabled.
function draftOf(area) {
  const body = new URLSearchParams(new FormData(area.form));
  body.set("text", area.value);
  return body;
}

// How long somebody had which text before them; nothing where there is no sentence.
function account() {
  const valueOf = (name) => bench()?.querySelector(`[name=${name}]`)?.value;
  const token = valueOf("csrfmiddlewaretoken");
  if (!token) {
    return null;
  }
  const seen = valueOf("seen") ?? "";
  const body = new URLSearchParams({ spent, seen, csrfmiddlewaretoken: token });
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

// What the newsroom answers; nothing where the connection is gone, or somebody must log in.
async function post(place, body) {
  try {
    const how = { method: "POST", body, credentials: "same-origin", keepalive: true };
    const answer = await fetch(place, how);
    return answer.redirected ? null : answer;
  } catch {
    return null;
  }
}

// Where nothing is answered, the seat is kept for a while on its own, and the time is told later.
async function stay() {
  const here = bench();
  const body = account();
  const answer = await post(here.dataset.seat, body);
  const told = answer?.ok ? await answer.json() : null;
  if (bench() !== here) {
    return;
  }
  if (!told) {
    count(spent + Number(body.get("spent")));
  } else if (!told.mine) {
    giveUp(told.said);
  } else if (typed()?.readOnly) {
    sitDown();
  }
}

// Somebody else sits here now: what is typed can be copied, and not saved over theirs.
function giveUp(said) {
  const area = typed();
  if (!area || area.readOnly) {
    return;
  }
  keepTyped();
  area.readOnly = true;
  bench().querySelectorAll("#bench-form button").forEach((button) => (button.disabled = true));
  notify(said);
}

// The seat is ours after all: a fresh page is for writing, and has what was typed. Where that
// cannot be kept, since the sentence was changed, the page stays, so that it can be copied.
async function sitDown() {
  const here = bench();
  const area = typed();
  if (area.value !== area.defaultValue) {
    const answer = await post(here.dataset.draft, draftOf(area));
    if (bench() !== here || !answer || (!answer.ok && answer.status !== 409)) {
      return; // The next message tries it again.
    }
    if (!answer.ok) {
      notify(await answer.text());
      leave();
      rise();
      return;
    }
  }
  rise();
  location.reload();
}

function notify(said) {
  document.getElementById("bench-said")?.remove();
  const notice = document.createElement("p");
  notice.id = "bench-said";
  notice.className = "bench-refusal";
  notice.setAttribute("role", "alert");
  notice.textContent = said;
  bench().prepend(notice);
  notice.scrollIntoView({ block: "nearest" });
}

function leave() {
  const place = bench()?.dataset.seat;
  const body = place && account();
  if (body) {
    body.set("leaves", 1);
    navigator.sendBeacon(place, body);
  }
}

// From here on, this page says nothing of the seat any more: the next one may be in it already.
function rise() {
  delete bench()?.dataset.seat;
}

setInterval(() => {
  const isReading = !document.hidden && Date.now() - lastSign < IDLE * 1000;
  if (!bench()?.dataset.seat || !isReading) {
    return;
  }
  count(spent + 1);
  quiet += 1;
  if (quiet >= EVERY) {
    quiet = 0;
    stay();
  }
}, 1000);

window.addEventListener("pagehide", () => {
  keepTyped();
  leave();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#bench a")) {
    keepTyped();
  }
});

// What is being saved is no draft any more, until that fails. Other forms take the sentence away
// as well; htmx, which comes later, may disable what is typed.
document.addEventListener(
  "submit",
  (event) => {
    if (event.target.id === "bench-form") {
      kept = typed().value;
    } else if (event.target.closest("#bench")) {
      keepTyped();
    }
  },
  { capture: true },
);

const isSaving = () => document.querySelector("#bench-form.htmx-request") !== null;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.id !== "bench-kept") {
    return;
  }
  if (isSaving()) {
    event.preventDefault();
  } else {
    kept = null;
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr, requestConfig } = event.detail;
  if (elt.id === "bench-kept" && xhr.status === 200 && event.detail.successful) {
    kept = requestConfig.parameters.text;
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, detail } = event;
  if (detail.xhr.status === 409) {
    // A refusal is an answer, and stands in what comes with it.
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (detail.shouldSwap && PAGE.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    detail.isError = true;
  }
  if (target.id === "bench-kept" && isSaving()) {
    detail.shouldSwap = false; // It was asked just before: there is nothing to be told of it.
  }
  if (target.id === "bench" && detail.shouldSwap && isOther(detail)) {
    leave();
  }
});

// Whether another sentence takes this one's place. One that is saved is left by that, and the
// time that was read went with it.
function isOther({ requestConfig, serverResponse }) {
  const { seat } = bench().dataset;
  return requestConfig.elt.id !== "bench-form" && !serverResponse.includes(seat);
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "bench" || event.detail.elt?.id === "bench") {
    begin();
    document.title = bench()?.dataset.title ?? document.title;
    document.querySelector("h1")?.replaceChildren(document.title);
    typed()?.focus({ preventScroll: true });
    // Where the caret stood in the sentence before means nothing in this one.
    typed()?.setSelectionRange(typed().value.length, typed().value.length);
    // The admin scrolls its main part, and not the window.
    document.querySelector("main")?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  }
});

// Nothing was done: what is typed stays, and somebody is told.
for (const name of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(name, (event) => {
    const { elt, target } = event.detail;
    kept = null;
    if (elt.id === "bench-kept") {
      elt.textContent = elt.dataset.failed;
    } else if (target.id === "bench") {
      notify(elt.dataset.failed ?? target.dataset.failed);
    }
  });
}

// What is marked in the original as before stays: somebody may be selecting in it.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target?.innerHTML === fragment?.firstElementChild?.innerHTML) {
    event.detail.shouldSwap = false;
  }
});

// Back and forward load the page anew: one put back as it was would have no seat.
if (window.htmx) {
  window.htmx.config.historyCacheSize = 0;
  window.htmx.config.refreshOnHistoryMiss = true;
}

// Before htmx does that: the address is another's already, and the sentence still this one.
window.addEventListener("popstate", (event) => {
  if (event.state?.htmx) {
    keepTyped();
    leave();
    rise();
  }
});
