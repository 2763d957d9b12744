/* Copies the text of a field. */

(readings => {
  "use strict";

  readings.copyFrom = async field => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select(); // where pages have no clipboard, as in a folder
      document.execCommand("copy");
    }
  };
})(window.readings);
