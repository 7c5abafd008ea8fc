/* Where the line of a figure is named, behind it stands the link to edit it there. */
function editable(page) {
  const said = find(".number-tools").dataset.edit;
  for (const line of all("td [href*='/blob/'][href*='#L']", page)) {
    const link = line.cloneNode();
    link.className = "edit";
    link.href = link.href.replace("/blob/", "/edit/");
    link.textContent = said;
    link.setAttribute("aria-label", `${said}: ${line.textContent}`);
    line.after(" ", link);
  }
}

/* Numbers are read, and not stopped at, until the reader asks for their sources: only then each is a link, in a table
   one of them, from which the arrow keys lead on. A click on a number asks for its source alone. */

{
  const tools = find(".number-tools");
  const [wanted] = tools.children;
  const bound = (within) => all("a.bound", within);

  function ask(yes) {
    root.classList.toggle("with-sources", yes);
    wanted.setAttribute("aria-pressed", yes);
    for (const link of bound()) {
      link.dataset.href ??= link.getAttribute("href");
      link.removeAttribute("tabindex");
      if (yes) link.setAttribute("href", link.dataset.href);
      else link.removeAttribute("href");
      if (yes) link.setAttribute("aria-haspopup", "dialog");
      else link.removeAttribute("aria-haspopup");
    }
    for (const table of yes ? all("table") : []) {
      bound(table).forEach((link, index) => (link.tabIndex = index ? -1 : 0));
    }
  }

  /* In a table of years, a number leads to the row of its name among the figures of the year that its column is of. */
  function bind(column) {
    for (const row of column.dataset.figures ? all("tbody [id]", column.closest("table")) : []) {
      for (const number of all("data, .missing", row.cells[column.cellIndex])) {
        const link = element("a", "bound");
        link.dataset.href = `${column.dataset.figures}#${row.id}`;
        number.replaceWith(link);
        link.append(number);
      }
    }
  }

  function prepare() {
    all("[data-figures]").forEach(bind);
    editable(document);
    tools.hidden = !bound().length;
    find("article h1").after(tools);
    ask(chosen.get("sources") === "shown");
  }
  prepare();
  document.addEventListener("renewed", prepare); // while the report is being written
  wanted.addEventListener("click", () => {
    const yes = !root.classList.contains("with-sources");
    chosen.set("sources", yes ? "shown" : "");
    ask(yes);
  });

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest?.("table a.bound");
    const next = link && !event.altKey && !event.ctrlKey && !event.metaKey && beside(link, event.key);
    if (!next) return;
    event.preventDefault();
    link.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  function beside(link, key) {
    const links = bound(link.closest("table"));
    const column = (one) => one.closest("td, th").cellIndex;
    const row = (one) => one.closest("tr").rowIndex;
    const below = (one) => column(one) === column(link) && row(one) !== row(link);
    const at = links.indexOf(link);
    if (key === "ArrowRight") return links[at + 1];
    if (key === "ArrowLeft") return links[at - 1];
    if (key === "ArrowDown") return links.slice(at).find(below);
    if (key === "ArrowUp") return links.slice(0, at).findLast(below);
    return undefined;
  }
}

/* A click on a number shows its source on the spot. Where anything is missing (popovers, a server, the row), the link is
   followed, as without scripts. */
{
  const able = "popover" in HTMLElement.prototype && location.protocol !== "file:";

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.bound");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const goal = new URL(link.dataset.href, location).href;
    try {
      if (!able) throw new Error("not here");
      await fetchScript("beside");
      await showSource(link, goal);
    } catch {
      location.assign(goal);
    }
  });
}

/* Long tables, such as that of all figures: their parts, to be opened, and the rows that have the words looked for. */
{
  const [, field, found] = find(".number-tools").children;
  const look = find("input", field);
  const stem = (word) => (/\d/.test(word) ? word : word.slice(0, Math.max(3, word.length - 2))); // endings differ
  const plain = (words) => words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  let groups = [];

  function prepare() {
    const tables = all(".data-table--folded");
    groups = tables.flatMap((table) => all("tbody", table).map(folded));
    if (!groups.length) return;
    tables[0].before(field, found);
    field.hidden = found.hidden = false;
    filter();
    open();
  }

  function folded(body) {
    const [head, ...rows] = body.rows;
    const button = element("button", "", ...head.cells[0].childNodes, ` (${rows.length})`);
    button.type = "button";
    head.cells[0].append(button);
    const own = rows.map((row) => ({ row, words: plain(`${row.cells[0].textContent} ${row.cells[1].textContent}`) }));
    const group = { body, button, own };
    button.addEventListener("click", () => show(group, button.getAttribute("aria-expanded") === "false"));
    return group;
  }

  function show({ button, own }, yes, has = () => true) {
    button.setAttribute("aria-expanded", yes);
    for (const one of own) one.row.hidden = !yes || !has(one);
  }

  function filter() {
    const words = plain(look.value).split(/\s+/).filter(Boolean);
    const has = (one) => words.every((word) => one.words.includes(stem(word)));
    let count = 0;
    for (const group of groups) {
      const some = group.own.filter(has).length;
      count += some;
      group.body.hidden = !some;
      show(group, some > 0 && words.length > 0, has);
    }
    for (const table of all(".data-table--folded")) table.classList.toggle("data-table--sought", words.length > 0);
    found.textContent = words.length ? found.dataset.words.replace("{n}", count) : "";
  }

  function open() {
    const row = document.getElementById(location.hash.slice(1));
    const group = row && groups.find(({ body }) => body.contains(row));
    if (!group) return;
    show(group, true);
    row.scrollIntoView();
  }

  prepare();
  document.addEventListener("renewed", prepare);
  look.addEventListener("input", filter);
  addEventListener("hashchange", open);
}
