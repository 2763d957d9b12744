// Reloads the page for unknown addresses after each build. MkDocs itself does that only on pages
// that exist. So a page that could not be built appears as soon as its error is corrected.
(function () {
  "use strict";
  function ask(epoch, then) {
    var request = new XMLHttpRequest();
    request.onloadend = function () {
      if (request.status === 200) {
        then(request.responseText);
      } else {
        setTimeout(ask, 3000, epoch, then); // the server is restarting
      }
    };
    request.open("GET", "/livereload/" + epoch + "/0");
    request.send();
  }
  function wait(epoch) {
    // The server answers after the next build, or after a minute without one.
    ask(epoch, function (latest) {
      if (latest === epoch) {
        wait(epoch);
      } else {
        location.reload();
      }
    });
  }
  ask("0", wait);
})();
