// In the head of a reading that opens as corrected: chooses the words before the text is drawn, so
// that nothing moves. The address takes precedence over the choice that was kept, as in layers.js,
// which does the rest.
(function () {
  "use strict";
  var kept = null;
  try {
    kept = localStorage.getItem("readings.corrections");
  } catch (error) {
    // Browsers may forbid storage.
  }
  var address = new URLSearchParams(location.search).get("corrections");
  var known = [address, kept].filter(function (words) {
    return words === "printed" || words === "corrected";
  });
  if (known[0] !== "printed") document.documentElement.setAttribute("data-corrections", "corrected");
})();
