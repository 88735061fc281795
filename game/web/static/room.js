// Keeps a page of the workshop up to date. Without this script every page works too: forms are
// ordinary forms, and loading the page again shows how things stand.

const news = document.querySelector("meta[name=news]")?.content;
const offline = document.getElementById("offline");
const trouble = document.getElementById("trouble");

let stream = null;
let asked = 0; // so that a late answer never replaces a newer one
let shown = 0;

function connection(works) {
  offline.hidden = works;
}

// Says what went wrong, in the server's words, and leaves what was filled in as it is.
function tell(html) {
  const told = new DOMParser().parseFromString(html, "text/html").querySelector("main p");
  trouble.textContent = told?.textContent.trim() ?? "";
  trouble.hidden = !trouble.textContent;
}

// For a form that is sent again: the server does the same one once.
function once() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

// What each part of the page was when it came. A part that is still the same stays as it is, with
// whatever somebody is filling in or has unfolded there.
const came = new WeakMap();
const parts = ["body > header", "main", "aside"];

function remember(root) {
  for (const each of root.querySelectorAll(parts.map((part) => `${part} > *`).join())) {
    came.set(each, each.outerHTML);
  }
}

// Whoever writes a scenario beside this page wants to go on looking where they look.
const isStudio = document.body.classList.contains("studio");

function show(html, isSent = false) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const isSame = parts.every((part) => !fresh.querySelector(part) === !document.querySelector(part));
  if (!isSame || fresh.body.className !== document.body.className) {
    location.reload(); // another kind of page: its seat is gone, or the play has begun or ended
    return;
  }
  document.title = fresh.title;
  for (const part of parts) {
    const here = document.querySelector(part);
    if (here) take(here, fresh.querySelector(part), isSent);
  }
  const said = fresh.getElementById("news").textContent.trim();
  if (said) document.getElementById("news").textContent = said;
}

function take(here, fresh, isSent) {
  const old = [...here.children];
  const next = [...fresh.children].map((each) => {
    const at = old.findIndex((known) => came.get(known) === each.outerHTML);
    if (at >= 0) return old.splice(at, 1)[0];
    const made = document.importNode(each, true);
    came.set(made, each.outerHTML);
    return made;
  });
  if (next.length === here.children.length && next.every((each, at) => each === here.children[at])) {
    return;
  }
  const focused = document.activeElement?.id;
  const choice = here.querySelector("form.ask");
  const unfolded = [...here.querySelectorAll("details[id][open]")].map((each) => each.id);
  const ticked = isStudio && !isSent ? [...here.querySelectorAll("input[id]:checked")] : [];
  here.replaceChildren(...next);
  for (const each of unfolded) document.getElementById(each)?.setAttribute("open", "");
  // A choice that was begun is not lost when its words are changed.
  for (const { id } of ticked) document.getElementById(id)?.setAttribute("checked", "");
  const isNew = choice && !choice.isConnected && (isSent || !isStudio);
  if (here.localName === "main" && isNew) {
    // Something new has happened: from the top, and said aloud.
    window.scrollTo({ top: 0 });
    const told = here.querySelector(".problems, .part h2");
    document.getElementById("news").textContent = told?.textContent.trim() ?? "";
    here.querySelector(".problems")?.scrollIntoView({ block: "center" });
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function refresh() {
  if (!news) return; // nothing here changes by itself, and something may be half filled in
  const mine = ++asked;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const html = await answer.text();
    connection(true);
    if (answer.ok && mine > shown) {
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
  fields.set("once", once());
  const body = new URLSearchParams(fields);
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const buttons = form.querySelectorAll("button");
  buttons.forEach((each) => (each.disabled = true));
  for (let wait = 500; form.isConnected; wait = Math.min(2 * wait, 8000)) {
    try {
      const mine = ++asked;
      const answer = await fetch(action, {
        method: "POST", body, credentials: "same-origin",
      });
      const html = await answer.text();
      connection(true);
      buttons.forEach((each) => (each.disabled = false));
      const isPage = answer.ok || html.includes(`<body class="${document.body.className}"`);
      tell(isPage ? "" : html);
      if (!isPage) return;
      shown = Math.max(shown, mine);
      show(html, true);
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

// What a slider stands at.
document.addEventListener("input", (event) => {
  const told = event.target.type === "range" && event.target.parentElement.querySelector("output");
  if (told) told.textContent = event.target.value;
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") {
    // A browser gives so many streams to one place and no more; an author may open many pages.
    if (isStudio) stream?.close();
    return;
  }
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
  if (isStudio) return;
  try {
    await navigator.wakeLock.request("screen");
    if (note) note.textContent = note.dataset.yes;
  } catch {
    if (note) note.textContent = note.dataset.no;
  }
}

remember(document);
listen();
stayAwake();
