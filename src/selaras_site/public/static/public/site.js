/* What is more pleasant with a script; every page is complete without it. */

const root = document;

/* Sharing: buttons that only a script can make work appear with it. */
for (const share of root.querySelectorAll("[data-share]")) {
  const { url, title } = share.dataset;
  const status = share.querySelector("[role=status]");
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    status.textContent = status.dataset.said;
    setTimeout(() => (status.textContent = ""), 4000);
  };
  const able = {
    share: navigator.share && (() => navigator.share({ title, url })),
    copy: navigator.clipboard && copy,
    print: () => print(),
  };
  for (const button of share.querySelectorAll("button[data-do]")) {
    const act = able[button.dataset.do];
    if (!act) continue;
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await act();
      } catch {
        /* The reader closed the sheet of the system, or forbids the clipboard. */
      }
    });
  }
}

/* A word to readers whose browser prefers another language of this page. */
const KEY = "selaras-offer";

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, "no");
  } catch {
    /* Without storage it will be offered again. */
  }
}

function short(tag) {
  return tag.toLowerCase().split("-")[0];
}

function preferred(bar) {
  const lines = new Map([...bar.children].map((line) => [short(line.lang), line]));
  for (const tag of navigator.languages ?? []) {
    if (short(tag) === short(root.documentElement.lang)) return null;
    if (lines.has(short(tag))) return lines.get(short(tag));
  }
  return null;
}

const bar = root.querySelector("[data-offer]");
const line = bar && !remembered() && preferred(bar);
if (line) {
  line.hidden = bar.hidden = false;
  const dismiss = () => {
    remember();
    bar.hidden = true;
  };
  line.querySelector("button").addEventListener("click", dismiss);
}

/* Escape closes the sentence behind a sentence, and gives the focus back. */
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const behind = root.querySelector(".behind:target");
  if (!behind) return;
  location.replace(behind.querySelector(".close").hash);
  behind.parentElement.querySelector(".peek").focus({ preventScroll: true });
});

/* The current entry of a strip that scrolls sideways is in sight. */
for (const strip of root.querySelectorAll(".strip")) {
  const current = strip.querySelector("[aria-current]");
  if (!current || strip.scrollWidth <= strip.clientWidth) continue;
  const middle = (box) => box.left + box.width / 2;
  strip.scrollLeft +=
    middle(current.getBoundingClientRect()) - middle(strip.getBoundingClientRect());
}
