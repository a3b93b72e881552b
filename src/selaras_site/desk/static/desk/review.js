/*
 * The reading list: which sentence is before somebody and for how long, and keys.
 *
 * A second belongs to the sentence that has the focus; else to the first in view that is
 * not read yet, since people read from above. The server decides what counts as read.
 */
const EVERY = 5; // Seconds between two messages.
const IDLE = 60; // Seconds without a key or a move after which nobody reads any more.
const DEEP = 0.5; // How much of a sentence must be in view.
const MOST = 200; // Sentences of which one message tells.

const list = document.getElementById("review-lines");
const lines = [...list.querySelectorAll(".review-line")];
document.getElementById("review-blind")?.remove();

const inView = new Set();
const spent = new Map(); // Seconds that the server was not told yet.
const sent = new Map(); // Seconds that it has not answered to yet.
let lastSign = Date.now();
let seconds = 0;

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      inView[isIntersecting ? "add" : "delete"](target);
    }
  },
  { threshold: DEEP },
);
lines.forEach((line) => seen.observe(line));

for (const sign of ["keydown", "pointermove", "scroll", "touchstart"]) {
  document.addEventListener(sign, () => (lastSign = Date.now()), { passive: true });
}

// What the server counts, and what it has not counted yet.
function isRead(line) {
  const { pk, told, least } = line.dataset;
  const time = Number(told) + (spent.get(pk) ?? 0) + (sent.get(pk) ?? 0);
  return line.classList.contains("is-done") || time >= Number(least);
}

function readNow() {
  const focused = document.activeElement?.closest(".review-line");
  if (focused) {
    return inView.has(focused) ? [focused] : [];
  }
  const open = lines.find((line) => inView.has(line) && !isRead(line));
  return open ? [open] : [...inView];
}

setInterval(() => {
  const isReading = !document.hidden && Date.now() - lastSign < IDLE * 1000;
  const now = isReading ? readNow() : [];
  for (const line of now) {
    spent.set(line.dataset.pk, (spent.get(line.dataset.pk) ?? 0) + 1 / now.length);
  }
  seconds += 1;
  if (seconds >= EVERY && spent.size && !sent.size) {
    seconds = 0;
    say();
  }
}, 1000);

// Of each sentence how long, and the name of the text that it was.
function message(times) {
  const body = new URLSearchParams();
  for (const [pk, time] of times) {
    const { seen } = list.querySelector(`[data-pk="${pk}"]`).dataset;
    body.append("read", `${pk}:${time.toFixed(3)}:${seen}`);
  }
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  body.set("csrfmiddlewaretoken", token);
  return body;
}

// Of as many as one message may tell; the rest waits for the next one.
function taken() {
  const some = [...spent].slice(0, MOST);
  some.forEach(([pk]) => spent.delete(pk));
  return some;
}

async function say() {
  taken().forEach(([pk, time]) => sent.set(pk, time));
  const how = { method: "POST", body: message(sent), credentials: "same-origin", keepalive: true };
  try {
    const answer = await fetch(list.dataset.read, how);
    if (!answer.ok || answer.redirected) {
      throw new Error(`The newsroom answered ${answer.status}.`);
    }
    show(await answer.json());
  } catch {
    // The connection is gone for a while: what was read is told with the next message.
    sent.forEach((time, pk) => spent.set(pk, (spent.get(pk) ?? 0) + time));
  }
  sent.clear();
}

function show({ done, lines: counted, many, said }) {
  const read = new Set(done.map(String));
  let isOld = false;
  for (const line of lines) {
    const row = counted[line.dataset.pk];
    line.dataset.told = row?.seconds ?? 0;
    line.classList.toggle("is-done", read.has(line.dataset.pk));
    isOld ||= row?.seen !== line.dataset.seen;
  }
  const link = document.querySelector("#review-changed template");
  if (isOld && link) {
    link.replaceWith(link.content);
  }
  document.getElementById("review-bar").value = many;
  const place = document.getElementById("review-said");
  if (place.textContent !== said) {
    place.textContent = said;
  }
}

window.addEventListener("pagehide", () => {
  while (spent.size) {
    navigator.sendBeacon(list.dataset.read, message(taken()));
  }
});

// Only while a sentence has the focus: single keys mean nothing elsewhere on the page.
const STEPS = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

list.addEventListener("keydown", (event) => {
  const line = event.target;
  if (!line.matches(".review-line") || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const key = event.key.toLowerCase();
  const next = STEPS[key] && lines[lines.indexOf(line) + STEPS[key]];
  if (next) {
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  } else if (key === "e") {
    line.querySelector("[data-correct]")?.click();
  }
});

// The page was made with the first that was unread then; this goes to the first now.
document.getElementById("review-first")?.addEventListener("click", (event) => {
  const line = lines.find((one) => !isRead(one));
  if (line) {
    event.preventDefault();
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "center" });
  }
});

// A click into a sentence is where somebody reads: the keys go on from there.
list.addEventListener("click", (event) => {
  if (!event.target.closest("a, button")) {
    event.target.closest(".review-line")?.focus({ preventScroll: true });
  }
});
