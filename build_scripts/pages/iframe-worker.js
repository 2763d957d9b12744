// A Worker for pages opened from a folder (file://), where browsers refuse to start one, and
// Material's search needs one. The worker's script runs in a hidden frame instead. Written from the
// HTML Standard: https://html.spec.whatwg.org/multipage/workers.html
//
// As in the standard, the page holds one end of a message channel and the worker the other. The
// channel keeps messages until the worker's script has run. The frame has no address of its own,
// so it has the page's origin and policy.
(function () {
  "use strict";
  if (location.protocol !== "file:") {
    return;
  }

  function loadScript(scope, address) {
    return new Promise(function (resolve, reject) {
      const script = scope.document.createElement("script");
      script.charset = "utf-8"; // workers' scripts always are
      script.async = false; // run scripts in the order in which they were requested
      script.onload = () => resolve();
      script.onerror = () => reject(new DOMException(`Cannot load ${address}`, "NetworkError"));
      script.src = address;
      scope.document.head.append(script);
    });
  }

  // Turn a frame's window into the global scope of a worker, and run the worker's script there.
  async function startWorker(scope, address, port) {
    scope.postMessage = port.postMessage.bind(port);
    // A real worker blocks until the scripts have run. This returns a promise, which Material's
    // script awaits.
    scope.importScripts = (...relative) =>
      Promise.all(relative.map((path) => loadScript(scope, new URL(path, address).href)));
    await loadScript(scope, address);
    // Setting the handler releases the messages that arrived before.
    port.onmessage = ({ data, ports }) =>
      scope.dispatchEvent(new scope.MessageEvent("message", { data, ports }));
  }

  window.Worker = function (url) {
    const address = new URL(url, document.baseURI).href;
    const { port1: worker, port2: port } = new MessageChannel();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    function start() {
      startWorker(frame.contentWindow, address, port).catch(({ message }) =>
        worker.dispatchEvent(new ErrorEvent("error", { message }))
      );
    }
    // Listen before inserting the frame: WebKit and Chromium fire `load` during the insertion,
    // Firefox fires it later, when it has replaced the frame's document.
    frame.addEventListener("load", start, { once: true });
    document.body.append(frame);
    worker.start();
    worker.terminate = function () {
      worker.close();
      frame.remove();
    };
    return worker; // a MessagePort has all other members of a Worker
  };
})();
