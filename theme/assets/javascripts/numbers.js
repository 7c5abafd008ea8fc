/* Shows the row that a number's link leads to on the spot. Where anything is missing (popovers, a server, the row),
   the link is followed, as without scripts. */
"use strict";

(() => {
  if (!("popover" in HTMLElement.prototype) || location.protocol === "file:") return;

  const pages = new Map();
  const shown = document.createElement("div");
  shown.className = "number-source md-typeset";
  shown.popover = "auto"; // Escape and a click outside close it; the focus goes back to the number
  shown.tabIndex = -1;
  shown.setAttribute("role", "dialog");
  shown.setAttribute("aria-labelledby", "number-source");
  document.body.append(shown);
  addEventListener("scroll", (event) => event.target === document && shown.hidePopover(), { passive: true });

  const mark = () => {
    for (const link of document.querySelectorAll("a.bound")) link.setAttribute("aria-haspopup", "dialog");
  };
  mark();
  document.addEventListener("renewed", () => (pages.clear(), mark())); // while the report is being written

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.bound");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      const [address, row] = link.href.split("#");
      if (!pages.has(address)) pages.set(address, read(address));
      fill(await pages.get(address), row, link);
    } catch {
      location.assign(link.href);
      return;
    }
    link.focus();
    shown.showPopover();
    shown.focus();
    place(link.getBoundingClientRect());
  });

  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function fill(page, id, link) {
    const [name, ...cells] = page.getElementById(id).cells;
    const title = element("p", name, "number-source__name");
    title.id = "number-source";
    const list = document.createElement("dl");
    for (const cell of cells) {
      if (cell.textContent === "–") continue;
      const head = document.createElement("dt");
      head.textContent = cell.dataset.label;
      list.append(head, element("dd", cell, ""));
    }
    const all = element("p", "", "number-source__all");
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = page.querySelector("article h1").firstChild.textContent.trim();
    all.append(more);
    shown.replaceChildren(title, list, all);
  }

  function element(tag, source, className) {
    const made = document.createElement(tag);
    made.className = className;
    if (source) made.append(...document.importNode(source, true).childNodes);
    return made;
  }

  function place(box) {
    const { offsetWidth: width, offsetHeight: height } = shown;
    const below = box.bottom + 4;
    const top = below + height > innerHeight ? box.top - height - 4 : below;
    shown.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
    shown.style.top = `${Math.max(8, top)}px`;
  }
})();
