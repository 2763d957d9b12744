/* Tab in the search field goes on to the choice of a collection, or to what comes after the search.

   Material takes the focus away from the field first. After that, WebKit goes on from the top of the
   page, so nobody could get past the search with the keyboard. */

(readings => {
  "use strict";

  readings.onPage(signal => {
    document.addEventListener("keydown", event => {
      if (event.key !== "Tab" || !event.target.matches?.(".md-search__input")) return;
      event.stopPropagation(); // the theme listens on the window
      const search = document.getElementById("__search");
      const choice = document.querySelector(".search-collection select");
      if (choice && search?.checked && !event.shiftKey) {
        event.preventDefault();
        choice.focus();
      } else if (search?.checked) search.click();
    }, { signal });
  });
})(window.readings);
