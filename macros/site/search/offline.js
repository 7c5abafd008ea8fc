/* For pages read from a folder. There a browser fetches no file and starts no worker, but it loads scripts: so the index
   comes as one, and Material’s worker runs in a frame. This goes before page.js (macros/site/offline.py). */

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

  // By this name the worker knows that it runs in a frame.
  window.Worker = window.IFrameWorker = class {
    constructor(address) {
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = "";
      this.started = new Promise((shown) => this.frame.addEventListener("load", shown, { once: true })).then(() => {
        const inside = this.frame.contentWindow;
        inside.postMessage = (data) => this.onmessage({ data });
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
