// Keeps a page of the workshop up to date. Without this script every page works too: forms are
// ordinary forms, and loading the page again shows how things stand.

const part = new URL(location.href);
part.searchParams.set("part", "");
const news = document.body.dataset.news;
const offline = document.getElementById("offline");
const spoken = document.getElementById("spoken");

let stream = null;
let asked = 0; // so that a late answer never replaces a newer one
let shown = 0;

function connection(works) {
  offline.hidden = works;
}

// Puts what is new in its place. A section whose key is the same stays as it is, with whatever
// somebody is filling in there.
function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const main = fresh.querySelector("[data-part]");
  if (!main) {
    location.reload(); // another page altogether: the seat is gone, or the server is older
    return;
  }
  const here = document.querySelector("[data-part]");
  const moved = here.dataset.moment !== main.dataset.moment;
  const old = new Map([...here.children].map((each) => [each.id, each]));
  const next = [...main.children].map((each) => {
    const known = old.get(each.id);
    const same = known && each.dataset.key && known.dataset.key === each.dataset.key;
    return same ? known : document.importNode(each, true);
  });
  const focused = document.activeElement?.id;
  here.replaceChildren(...next);
  here.dataset.moment = main.dataset.moment;
  if (moved) {
    here.querySelector("[data-first]")?.focus();
    window.scrollTo({ top: 0 });
    spoken.textContent = main.dataset.spoken ?? "";
  } else if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

async function refresh() {
  const mine = ++asked;
  try {
    const answer = await fetch(part, { credentials: "same-origin" });
    const html = await answer.text();
    connection(true);
    if (mine > shown) {
      shown = mine;
      show(html);
    }
  } catch {
    connection(false);
  }
}

function listen() {
  if (!news || (stream && stream.readyState !== EventSource.CLOSED)) return;
  stream = new EventSource(news);
  stream.onmessage = refresh;
  stream.onopen = () => connection(true);
  stream.onerror = () => connection(false);
}

// A form is sent again until it arrives: the server takes the same choice once.
async function send(form, button) {
  const fields = new FormData(form);
  if (button?.name) fields.set(button.name, button.value);
  const body = new URLSearchParams(fields);
  const buttons = form.querySelectorAll("button");
  buttons.forEach((each) => (each.disabled = true));
  for (let wait = 500; form.isConnected; wait = Math.min(2 * wait, 8000)) {
    try {
      const mine = ++asked;
      const answer = await fetch(form.action, {
        method: "POST", body, credentials: "same-origin", headers: { "x-part": "yes" },
      });
      const html = await answer.text();
      connection(true);
      shown = Math.max(shown, mine);
      buttons.forEach((each) => (each.disabled = false));
      show(html);
      return;
    } catch {
      connection(false);
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.dataset.plain !== undefined) return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  listen();
  refresh();
  stayAwake();
});
window.addEventListener("online", () => {
  listen();
  refresh();
});

setInterval(() => {
  for (const each of document.querySelectorAll("[data-left]")) {
    const left = Number(each.dataset.left) - 1;
    each.dataset.left = left;
    const whole = Math.max(0, Math.floor(left));
    const text = left > 0
      ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
      : each.dataset.up;
    each.querySelector("[data-time]").textContent = text;
  }
}, 1000);

// Only a page on a safe connection may keep the screen on; plain http in a hotel is none.
async function stayAwake() {
  const note = document.getElementById("awake");
  try {
    await navigator.wakeLock.request("screen");
    if (note) note.textContent = note.dataset.yes;
  } catch {
    if (note) note.textContent = note.dataset.no;
  }
}

listen();
stayAwake();
