{
  const { edits: address, version } = document.currentScript.dataset;
  let edits;
  const listen = () => {
    edits?.close();
    if (document.hidden) return;
    edits = new EventSource(address);
    edits.onmessage = ({ data }) => data === version || location.reload();
  };
  addEventListener("visibilitychange", listen);
  addEventListener("beforeunload", () => edits?.close());
  listen();
}
