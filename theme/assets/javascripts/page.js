/* What each page does at once: it says where the reader is, folds the menus, opens the search, and fetches what comes when
   a person turns to it. Without scripts all is there to be read. */
"use strict";

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const root = document.documentElement;
const config = JSON.parse(find("#__config").textContent); // see main.html

function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

/* What a reader has chosen, where the browser lets us keep it. */
const chosen = {
  get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // it holds for this page
    }
  },
};

/* Puts what lies on top of a page below the box of an element, or above it where there is no room. */
function place(shown, box) {
  const { offsetWidth: width, offsetHeight: height } = shown;
  const top = box.bottom + height > innerHeight ? box.top - height : box.bottom;
  shown.style.left = `${Math.max(8, Math.min(box.left, root.clientWidth - width - 8))}px`;
  shown.style.top = `${Math.max(8, top)}px`;
}

/* Fetches a script that comes once a person turns to it, and only once; one that failed is tried again the next time. */
const fetched = {};
function fetchScript(name) {
  fetched[name] ??= new Promise((done, failed) => {
    const script = element("script");
    script.src = config[name];
    script.onload = done;
    script.onerror = () => {
      script.remove();
      delete fetched[name];
      failed();
    };
    document.body.append(script);
  });
  return fetched[name];
}

/* Where the reader is: in the list of headings, in the header, and far enough down to wish to go up. */
{
  const header = find(".md-header");
  const top = find(".md-top");
  const listed = new Map();
  let before = 0;
  let active;

  for (const link of all("[data-md-component=toc] a[href^='#']")) {
    listed.set(link.hash, [...(listed.get(link.hash) ?? []), link]); // the menu of a phone has the list, too
  }

  // On a phone each list scrolls by itself.
  function middle(link) {
    for (const list of link.offsetHeight ? all(".md-sidebar__scrollwrap, .md-nav__list") : []) {
      if (!list.contains(link)) continue;
      list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
    }
  }

  // A heading that a link has led to lies above the line.
  function look() {
    const line = header.offsetHeight * 2;
    const end = scrollY && scrollY + innerHeight >= root.scrollHeight - 1;
    const place = (hash) => document.getElementById(hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
    const passed = [...listed.keys()].filter((hash) => end || place(hash) <= line);
    const last = passed.at(-1);
    for (const [hash, links] of last === active ? [] : listed) {
      for (const link of links) {
        link.classList.toggle("md-nav__link--passed", passed.includes(hash));
        link.classList.toggle("md-nav__link--active", hash === last);
        if (hash === last && link.closest(".md-sidebar--secondary")) middle(link);
      }
    }
    active = last;
    const title = find("article h1")?.getBoundingClientRect();
    find(".md-header__title").classList.toggle("md-header__title--active", title?.bottom <= header.offsetHeight);
    top.hidden = !(scrollY < before && scrollY > innerHeight / 4);
    top.tabIndex = top.hidden ? -1 : 0;
    before = scrollY;
  }

  let waiting;
  const soon = () => {
    waiting ??= requestAnimationFrame(() => {
      waiting = undefined;
      look();
    });
  };
  requestAnimationFrame(() => {
    all(".md-sidebar .md-nav__link--active").forEach(middle);
    look();
  });
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  top.addEventListener("click", () => scrollTo({ top: 0 }));
}

/* What opens and closes is a box, which a click on its label checks; what lies in the label is said to be a button. At
   first, what is not checked may be open. */
const half = "md-toggle--indeterminate";

function openedBy(toggle, button) {
  const tell = () => button.setAttribute("aria-expanded", toggle.checked || toggle.classList.contains(half));
  button.setAttribute("role", "button");
  toggle.addEventListener("change", tell);
  tell();
}

const turn = (toggle, yes) => toggle.checked === yes || toggle.click();

/* The menus. */
for (const toggle of all(".md-nav__toggle")) {
  toggle.addEventListener("change", () => {
    if (!toggle.classList.contains(half)) return;
    toggle.classList.remove(half); // it was open, whatever it said
    toggle.checked &&= !matchMedia("(min-width: 76.25em)").matches && !toggle.closest("[data-md-level='1']");
  });
  const label = document.getElementById(`${toggle.id}_label`);
  if (!label) continue;
  const button = find(".md-nav__icon", label);
  find(`[aria-labelledby="${label.id}"]`).removeAttribute("aria-expanded"); // a list has no such state
  label.removeAttribute("tabindex");
  button.tabIndex = 0;
  button.setAttribute("aria-labelledby", label.id);
  openedBy(toggle, button);
}
for (const link of all(".md-sidebar .md-nav__link--active[href]")) link.setAttribute("aria-current", "page");

addEventListener("keydown", (event) => {
  if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches("label [role=button]")) return;
  event.preventDefault();
  event.target.click();
});

/* The search opens at once; what searches comes when a person turns to it. */
{
  const toggle = find("#__search");
  const search = find(".md-search");
  const input = find(".md-search__input");
  const drawer = find("#__drawer");
  const load = () => fetchScript("search").catch(() => {});

  // For a finger: keys come to the menu and to the field of the search themselves, and that opens them.
  for (const one of [drawer, toggle]) openedBy(one, find(`.md-header__inner > [for=${one.id}] > .spoken`));
  search.hidden = location.protocol === "file:" && !window.readIndex; // see offline.js
  for (const label of all("[for=__search]")) label.addEventListener("pointerenter", load);
  search.addEventListener("pointerenter", load);
  search.addEventListener("focusin", load);
  input.addEventListener("focus", () => turn(toggle, true));
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  input.form.addEventListener("reset", () => input.focus());
  input.form.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("click", ({ target }) => target.closest("a") && turn(toggle, false));
  search.addEventListener("focusout", ({ relatedTarget: next }) => next && !search.contains(next) && turn(toggle, false));
  const wanted = new URLSearchParams(location.search).get("q");
  if (wanted && !search.hidden) {
    input.value = wanted;
    input.focus();
  }
  addEventListener("hashchange", () => [toggle, drawer].forEach((one) => turn(one, false)));

  /* No key of a letter does anything: who speaks to the browser, or reads by keys, would press it unawares. */
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    if (toggle.checked) document.activeElement.blur();
    for (const one of [toggle, drawer]) turn(one, false);
  });
}

/* What explains comes when something is pointed at, tapped or focused that has a title, is cut off, or is a number. */
if ("popover" in HTMLElement.prototype) {
  const kinds = ["pointerover", "focusin"];

  async function turned({ target }) {
    if (!target.closest?.("[title], .md-ellipsis, a.bound")) return;
    for (const kind of kinds) document.removeEventListener(kind, turned);
    try {
      await fetchScript("beside");
      if (target.matches(":hover, :focus")) explain(target);
    } catch {
      listen();
    }
  }

  const listen = () => kinds.forEach((kind) => document.addEventListener(kind, turned));
  listen();
}
