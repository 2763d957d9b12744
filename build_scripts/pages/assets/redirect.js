// Forwards from the former address of a reading and keeps the fragment, which the page's refresh
// would drop. Without scripts, the refresh leads to the top of the reading.
(function () {
  "use strict";
  var target = document.currentScript.getAttribute("data-target");
  location.replace(target + location.search + location.hash);
})();
