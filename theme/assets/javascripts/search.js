/* Searches: asks Material's worker, which knows the words of the language, and shows what it finds. It comes when a
   person turns to the search: see page.js, whose functions it has. */
"use strict";

{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // what the worker is told and tells
  const AT_ONCE = 10;
  const { base, words } = config;
  const top = new URL(base, location);
  const search = find(".md-search");
  const input = find(".md-search__input");
  const scroll = find(".md-search__scrollwrap");
  const status = find(".md-search-result__meta");
  const list = find(".md-search-result__list");
  const read = window.readIndex ?? ((address) => fetch(address).then((answer) => answer.json())); // see offline.js
  let starting;
  let worker;
  let asked; // what the worker is looking for, or has found last
  let busy = false;
  let rest = [];

  async function start() {
    const address = new URL("search/search_index.json", top);
    const { config, docs, worker: name } = await read(address);
    const made = new Worker(new URL(name, address));
    made.onmessage = ({ data: { type, data } }) => {
      worker = made;
      busy = false;
      if (type === RESULT) show(data.items);
      ask();
    };
    made.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  }

  /* Where the connection was broken, the next turn to the search tries again. */
  function begin() {
    starting ??= start().catch(() => (starting = undefined));
  }

  function ask() {
    if (!worker || busy || input.value === asked) return;
    asked = input.value;
    busy = true;
    const query = asked.normalize("NFC").replace(/(^|\s)(\d{1,3})\s(?=\d{3}(\s|$))/g, "$1$2"); // a space between thousands
    worker.postMessage({ type: QUERY, data: query });
  }

  function show(groups) {
    const count = groups.length;
    const typed = groups.flat().map(({ terms }) => Object.values(terms));
    const isLike = typed.some((one) => one.length) && !typed.flat().includes(true);
    if (count && isLike) status.textContent = words.like.replace("#", count);
    else if (count > 1) status.textContent = words.other.replace("#", count);
    else if (count) status.textContent = words.one;
    else status.textContent = asked ? words.none : words.placeholder;
    list.replaceChildren();
    list.setAttribute("role", "list");
    rest = groups;
    more();
  }

  function more() {
    list.append(...rest.splice(0, AT_ONCE).map(group));
  }

  /* Of a page, what it is called first, then the sections that say as much, and the others folded. */
  function group(found) {
    const highest = found[0].score;
    const page = found.find(({ location: place }) => !place.includes("#")) ?? found[0];
    const sections = found.filter((one) => one !== page);
    const first = sections.findIndex(({ score }) => score < highest);
    const best = sections.find(({ score }) => score === highest);
    const [shown, folded] = first < 0 ? [sections, []] : [sections.slice(0, first), sections.slice(first)];
    const item = element("li", "md-search-result__item", result(page, true, page === found[0] && !shown.length, page.score ? page : best));
    item.append(...shown.map((one) => result(one, false, true)));
    if (folded.length) {
      const said = folded.length === 1 ? words.moreOne : words.moreOther.replace("#", folded.length);
      const summary = element("summary", "", element("div", "", said));
      const others = folded.map((one) => result(one, false, true));
      item.append(element("details", "md-search-result__more", summary, ...others));
    }
    return item;
  }

  /* What was found, with a link to it, or to the section that says it where the title of the page has none of the words. */
  function result({ location: place, title, text, score, terms }, isPage, withText, goal) {
    const part = element("article", "md-search-result__article md-typeset");
    const heading = element(isPage ? "h1" : "h2");
    heading.innerHTML = title; // as the index has it: words that were escaped, and marks round those found
    if (isPage) part.append(element("div", "md-search-result__icon md-icon"));
    part.append(heading);
    if (withText) part.insertAdjacentHTML("beforeend", text);
    const missing = Object.keys(terms).filter((term) => !terms[term]);
    if (withText && missing.length && missing.length < Object.keys(terms).length) {
      const struck = missing.flatMap((term) => [" ", element("del", "", term)]);
      part.append(element("p", "md-search-result__terms", `${words.missing}:`, ...struck));
    }
    const link = element("a", "md-search-result__link", part);
    link.href = new URL(goal?.location ?? place, top);
    link.dataset.score = score;
    return link;
  }

  search.addEventListener("focusin", begin);
  search.addEventListener("pointerenter", begin);
  input.addEventListener("input", ask); // whatever the words come from: keys, a voice, what was copied
  input.form.addEventListener("reset", () => setTimeout(ask));
  scroll.addEventListener("scroll", () => {
    if (scroll.scrollTop + 2 * scroll.clientHeight > scroll.scrollHeight) more();
  });

  search.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Enter" && target === input) {
      const [best] = all("a", list).sort((one, other) => other.dataset.score - one.dataset.score);
      best?.click();
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      const stops = [input, ...all(":not(details) > a, summary, details[open] a", list)];
      const next = stops.indexOf(document.activeElement) + (key === "ArrowUp" ? -1 : 1);
      stops.at(next % stops.length).focus();
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && target !== input) {
      if (key !== " ") input.focus(); // and the letter is typed there
    }
  });

  begin();
  ask();
}
