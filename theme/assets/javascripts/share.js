/* Puts a button behind each address, and each text to cite by, that copies it; a link beside a heading copies its own
   address too. Where the browser lets no script copy, all stands there to be read. */
(() => {
  if (!navigator.clipboard) return;

  async function copy(part) {
    try {
      const words = part.textContent;
      await navigator.clipboard.writeText(part.href && !words.startsWith("http") ? part.href : words);
      return true;
    } catch {
      getSelection().selectAllChildren(part); // to be copied by hand
      return false;
    }
  }

  document.addEventListener("toggle", ({ target: share }) => {
    if (!share.matches(".share") || share.querySelector("button")) return;
    for (const part of all(".share__part", share)) {
      const button = document.createElement("button");
      const told = document.createElement("span");
      button.type = "button";
      button.className = "share__copy";
      button.textContent = share.dataset.copy;
      button.setAttribute("aria-label", `${share.dataset.copy}: ${part.previousSibling.data.replace(/:\s*$/, "")}`);
      told.setAttribute("role", "status");
      button.onclick = async () => (told.textContent = (await copy(part)) ? share.dataset.copied : "");
      part.after(" ", button, " ", told);
    }
  }, true);

  document.addEventListener("click", async ({ target: link, ctrlKey, metaKey, shiftKey }) => {
    const share = find(".share");
    if (!share || !link.matches?.(".headerlink") || ctrlKey || metaKey || shiftKey) return;
    if (await copy(link)) link.dataset.copied = share.dataset.copied;
  });
})();
