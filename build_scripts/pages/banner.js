// MkDocs reloads the pages that it finds. This does the same on the page for wrong addresses, so
// that a page which could not be built is there as soon as the fault is mended.
(function () {
  "use strict";
  function ask(epoch, then) {
    var request = new XMLHttpRequest();
    request.onloadend = function () {
      if (request.status === 200) {
        then(request.responseText);
      } else {
        setTimeout(ask, 3000, epoch, then); // the server is being started again
      }
    };
    request.open("GET", "/livereload/" + epoch + "/0");
    request.send();
  }
  function wait(epoch) {
    // The answer comes with the next build, or without one after a minute.
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
