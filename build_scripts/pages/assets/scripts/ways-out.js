/* The ways out of the form for a finished file: a pull request, a copy, a download. */

(readings => {
  "use strict";

  readings.waysOut = ({ find, known, say, report }) => {
    async function copy() {
      await readings.copyFrom(find(".yaml"));
      report(find(".done").dataset.copied);
    }

    function follow(attributes) {
      const link = document.createElement("a");
      Object.assign(link, attributes).click();
    }

    function download({ path, text }) {
      const href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
      follow({ href, download: path.split("/").at(-1) });
      URL.revokeObjectURL(href);
    }

    /* Open the code host's page for a new file, with its name and content filled in. */
    async function open(file) {
      const path = encodeURIComponent(file.path).replaceAll("%2F", "/");
      const address = content =>
        known.newFile.replace("{path}", path).replace("{content}", encodeURIComponent(content));
      const whole = address(file.text);
      const isTooLong = whole.length > known.longest.url;
      if (isTooLong) await copy();
      report(say(isTooLong ? "too-long" : "opened-elsewhere"));
      follow({ href: isTooLong ? address("") : whole, target: "_blank", rel: "noopener" });
    }

    return { copy, download, open };
  };
})(window.readings);
