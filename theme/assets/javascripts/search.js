// Material fetches its search worker and its index as every page loads. Ours wait until a person turns to the search:
// the form has no name (theme/main.html), so Material fetches no index, and what it takes for its worker makes one then.

{
  const SETUP = 0; // Material’s message that gives the worker the index
  const Native = window.Worker;
  const read = window.readIndex ?? ((address) => fetch(address).then((answer) => answer.json())); // see offline.js

  window.Worker = class {
    constructor(address) {
      if (location.protocol === "file:" && !window.IFrameWorker) return new Native(address); // fails; the search is hidden
      const { port1: near, port2: far } = new MessageChannel();
      const search = document.querySelector(".md-search");
      const wait = () => search.addEventListener("focusin", () => start(address, far).catch(wait), { once: true });
      wait();
      // What is pasted, dictated or put together from dead keys has no key of its own, and Material waits for one.
      search.addEventListener("input", ({ target }) => target.dispatchEvent(new Event("keyup")));
      near.start();
      return near;
    }
  };

  async function start(address, far) {
    const worker = new Native(address);
    try {
      const { base } = JSON.parse(document.getElementById("__config").textContent);
      const index = new URL("search/search_index.json", new URL(base, location));
      const { config, docs } = await read(index);
      worker.onmessage = ({ data }) => far.postMessage(data);
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
      far.onmessage = ({ data }) => worker.postMessage(data);
    } catch (failed) {
      worker.terminate();
      throw failed;
    }
  }
}
