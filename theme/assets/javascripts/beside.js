/* What is shown beside something that a person turns to: what explains it, or where its number comes from. It comes then:
   see page.js, whose functions it has. */
"use strict";

/* Explains what is pointed at, tapped or focused and has a title, or is cut off, where the browser would say it late. */
const explain = (() => {
  const tip = element("div", "tip");
  let about;
  let timer;
  tip.id = "__tip";
  tip.popover = "manual";
  tip.setAttribute("role", "tooltip");
  document.body.append(tip);

  function hide() {
    clearTimeout(timer);
    if (tip.matches(":popover-open")) tip.hidePopover();
    if (about?.dataset.title) about.title = about.dataset.title;
    about?.removeAttribute("data-title");
    about?.removeAttribute("aria-describedby");
    about = undefined;
  }

  function show(target) {
    if (!target.closest || tip.contains(target)) return;
    const next = target.closest("[title], [data-title], .md-ellipsis");
    if (next === about) return;
    hide();
    const words = next?.title || (next && next.offsetWidth < next.scrollWidth ? next.innerText : "");
    if (!words) return;
    about = next;
    if (about.title) about.dataset.title = words; // else the browser would say it, too
    about.removeAttribute("title");
    about.setAttribute("aria-describedby", tip.id);
    tip.textContent = words;
    timer = setTimeout(() => {
      tip.showPopover();
      place(tip, about.getBoundingClientRect());
    }, 150);
  }

  document.addEventListener("pointerover", ({ target }) => show(target));
  document.addEventListener("focusin", ({ target }) => show(target));
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener("scroll", () => tip.matches(":popover-open") && hide(), { passive: true });
  return show;
})();

/* Shows where a number comes from: the row that its link leads to. Fails where that cannot be read. */
const showSource = (() => {
  const pages = new Map();
  const shown = element("div", "number-source md-typeset");
  shown.popover = "auto"; // Escape and a click outside close it; the focus goes back to the number
  shown.tabIndex = -1;
  shown.setAttribute("role", "dialog");
  shown.setAttribute("aria-labelledby", "number-source");
  document.body.append(shown);
  addEventListener("scroll", (event) => event.target === document && shown.hidePopover(), { passive: true });
  document.addEventListener("renewed", () => pages.clear()); // while the report is being written

  const close = element("button", "number-source__close", find(".number-tools").dataset.close);
  let opener;
  close.type = "button";
  close.addEventListener("click", () => shown.hidePopover());
  shown.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (shown.contains(next) || !document.hasFocus()) return;
    shown.hidePopover();
    if (!next) opener.focus(); // Tab led past its end
  });

  async function show(link, goal) {
    const [address, row] = goal.split("#");
    if (!pages.has(address)) pages.set(address, read(address));
    fill(await pages.get(address), row, goal);
    opener = link;
    if (!link.href) link.tabIndex = -1; // so that the focus comes back to it
    link.focus();
    shown.showPopover();
    shown.focus();
    place(shown, link.getBoundingClientRect());
  }

  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of all("[href]", page)) link.href = new URL(link.getAttribute("href"), address); // it is read elsewhere
    editable(page);
    return page;
  }

  function fill(page, id, goal) {
    const [name, ...cells] = page.getElementById(id).cells;
    const title = element("p", "number-source__name", ...inside(name));
    title.id = "number-source";
    const list = element("dl");
    for (const cell of cells) {
      if (cell.textContent !== "–") list.append(element("dt", "", cell.dataset.label), element("dd", "", ...inside(cell)));
    }
    const more = element("a", "", find("article h1", page).firstChild.textContent.trim());
    more.href = goal;
    const all = element("p", "number-source__all", more);
    const over = find(".table-more a", page)?.cloneNode(true);
    if (over && find("data, .missing", cells[1])) {
      over.href += `#${id}`; // what the year before has, too, has a row there
      all.append(" ", over);
    }
    shown.replaceChildren(title, list, all, close);
  }

  const inside = (cell) => document.importNode(cell, true).childNodes;

  return show;
})();
