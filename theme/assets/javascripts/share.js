/* Puts a button behind each address, and each text to cite by, that copies it; a link beside a heading copies its own
   address too. A section, or the row of a figure, that the browser was led to has both buttons. Where the browser lets
   no script copy, all stands there to be read. */
(() => {
  if (!navigator.clipboard) return;
  const called = (part) => part.previousSibling.data.replace(/:\s*$/, "");

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      return false;
    }
  }

  function button(share, said, name, words, otherwise) {
    const made = element("button", "share__copy", said);
    const told = element("span");
    made.type = "button";
    made.setAttribute("aria-label", `${share.dataset.copy}: ${name}`);
    told.setAttribute("role", "status");
    made.onclick = async () => {
      const done = await copy(words);
      told.textContent = done ? share.dataset.copied : "";
      if (!done) otherwise(told); // to be copied by hand
    };
    return [" ", made, " ", told];
  }

  const address = (link) => (link.textContent.startsWith("http") ? link.textContent : link.href);

  document.addEventListener("toggle", ({ target: share }) => {
    if (!share.matches(".share") || share.querySelector("button")) return;
    for (const part of all(".share__part", share)) {
      const words = part.href ? address(part) : part.textContent;
      part.after(...button(share, share.dataset.copy, called(part), words, () => getSelection().selectAllChildren(part)));
    }
  }, true);

  document.addEventListener("click", async ({ target: link, ctrlKey, metaKey, shiftKey }) => {
    const share = find("article > .share");
    if (!share || !link.matches?.(".headerlink") || ctrlKey || metaKey || shiftKey) return;
    if (await copy(`${address(find(".share__part", share))}${link.hash}`)) link.dataset.copied = share.dataset.copied;
  });

  /* What the page says of itself, said of the place in it that the browser was led to. */
  function offer() {
    find(".share-here")?.remove();
    const share = find("article > .share");
    const target = document.getElementById(location.hash.slice(1));
    const place = target?.cells?.[0] ?? target;
    if (!share || !place?.matches("article :is(h2, h3, h4, th)")) return;
    const [page, cite] = all(".share__part", share);
    const own = place.cloneNode(true);
    for (const link of all(".headerlink, .edit", own)) link.remove();
    const there = `${address(page)}${location.hash}`;
    const value = target.cells?.[1]?.querySelector("data, .missing")?.textContent;
    const said = [own.textContent.replace(/\s+/g, " ").trim(), value].filter(Boolean).join(": ");
    const words = `${cite.textContent.replace(page.textContent, "").trim()} ${said}. ${there}`;
    const here = element("div", "share-here");
    for (const [part, copied] of [[page, there], [cite, words]]) {
      const name = called(part);
      const shown = `${share.dataset.copy}: ${name.toLowerCase()}`;
      here.append(...button(share, shown, name, copied, (told) => (told.textContent = copied)));
    }
    if (place.matches("th")) place.append(here);
    else place.after(here);
  }
  offer();
  addEventListener("hashchange", offer);
})();
