/* For pages read from a folder. There a browser fetches no file and starts no worker, but it loads scripts: so the index
   comes as one, and Material’s worker runs in a frame. This goes before search.js (macros/site/offline.py). */

{
  const load = (page, address) =>
    new Promise((loaded, failed) => {
      const script = page.createElement("script");
      Object.assign(script, { src: address, onload: loaded, onerror: failed });
      page.body.append(script);
    });

  window.readIndex = async (address) => {
    await load(document, address.href.replace(/json$/, "js"));
    return window.searchIndex;
  };

  // By this name the worker knows that it runs in a frame, where its importScripts may take their time.
  window.Worker = window.IFrameWorker = class {
    constructor(address) {
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = "";
      this.started = new Promise((shown) => this.frame.addEventListener("load", shown, { once: true })).then(() => {
        const inside = this.frame.contentWindow;
        inside.postMessage = (data) => this.onmessage({ data });
        inside.importScripts = async (...addresses) => {
          for (const one of addresses)
            await load(inside.document, new URL(`../lunr/${one.split("/lunr/").pop()}`, new URL(address, location)));
        };
        return load(inside.document, new URL(address, location));
      });
      document.body.append(this.frame);
    }

    async postMessage(data) {
      await this.started;
      this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      this.frame.remove();
    }
  };
}
