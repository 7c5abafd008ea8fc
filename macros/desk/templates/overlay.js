{
  /* Follows edits. Where only the text of the page and what is wrong have changed, these alone are put in its place. */
  const own = document.currentScript;
  let { edits: address, version, frame } = own.dataset;
  let edits;
  const listen = () => {
    edits?.close();
    if (document.hidden) return;
    edits = new EventSource(address);
    edits.onmessage = ({ data }) => data === version || renew();
  };
  const renew = async () => {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.querySelector("script[data-edits]");
    const [before, after] = [document, page].map((one) => one.querySelector("article"));
    if (made?.dataset.frame !== frame || !before || !after) return location.reload();
    version = made.dataset.version;
    document.title = page.title;
    before.replaceWith(after);
    for (const aside of document.querySelectorAll("aside.preview")) aside.remove();
    const told = page.querySelector("aside.preview");
    if (told) own.before(told);
    document.dispatchEvent(new Event("renewed"));
  };
  addEventListener("visibilitychange", listen);
  addEventListener("beforeunload", () => edits?.close());
  listen();
}
