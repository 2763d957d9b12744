/*
 * Web workers for pages that are opened from a folder, where browsers refuse real ones.
 *
 * From the npm package iframe-worker 1.0.4, dist/esm/worker/index.js with shim/index.js, by
 * Martin Donath. Changed:
 * - It is a classic script, mounted as shim/index.js does it.
 * - What prepares the frame is a file of its own, iframe-worker-scope.js beside this one. There it
 *   is an inline script, which the policy of the pages forbids: the frame inherits that policy.
 * - Addresses are escaped in the frame's markup, so that folders may have any name.
 * - No time is added to the worker's address.
 *
 * Copyright (c) 2020-2022 Martin Donath <martin.donath@squidfunk.com>
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to
 * deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
 * sell copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in
 * all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NON-INFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
 * FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
 * IN THE SOFTWARE.
 */
(function () {
  "use strict";

  const scope = new URL("iframe-worker-scope.js", document.currentScript.src);

  function escaped(address) {
    return `${address}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.url = url;

      // Hands on the messages of the worker.
      this.m = (ev) => {
        if (ev.source === this.w) {
          this.dispatchEvent(new MessageEvent("message", { data: ev.data }));
          if (this.onmessage) this.onmessage(ev);
        }
      };

      // Hands on the errors of the worker.
      this.e = (message, filename, lineno, colno, error) => {
        if (filename === `${this.url}`) {
          const ev = new ErrorEvent("error", { message, filename, lineno, colno, error });
          this.dispatchEvent(ev);
          if (this.onerror) this.onerror(ev);
        }
      };

      const iframe = document.createElement("iframe");
      iframe.hidden = true;
      document.body.appendChild((this.iframe = iframe));

      this.w.document.open();
      this.w.document.write(
        "<html>" +
          "<body>" +
          `<script src="${escaped(scope)}" data-worker="${escaped(url)}"></script>` +
          `<script src="${escaped(url)}"></script>` +
          "</body>" +
          "</html>"
      );
      this.w.document.close();

      window.onmessage = this.m;
      window.onerror = this.e;
      this.r = new Promise((resolve, reject) => {
        this.w.onload = resolve;
        this.w.onerror = reject;
      });
    }

    terminate() {
      this.iframe.remove();
      window.onmessage = window.onerror = null;
    }

    postMessage(data) {
      void this.r.catch().then(() => {
        this.w.dispatchEvent(new MessageEvent("message", structuredClone({ data })));
      });
    }

    get w() {
      return this.iframe.contentWindow;
    }
  }

  window.IFrameWorker = IFrameWorker;
  if (location.protocol === "file:") window.Worker = IFrameWorker;
})();
