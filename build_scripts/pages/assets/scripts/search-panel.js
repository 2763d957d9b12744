/* What readers may choose in the search, beside its hits: a collection, and to look in more places.

   Tab goes from the field to the choice, and from there out of the search. */

(readings => {
  "use strict";

  let shown = null;

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /* Keys that the theme would take for its own. */
  function onKey(event) {
    if (event.key === "Escape") return;
    event.stopPropagation();
    if (event.key !== "Tab") return;
    if (event.shiftKey) {
      event.preventDefault();
      document.querySelector(".md-search__input").focus();
    } else document.getElementById("__search").click();
  }

  function choiceOf({ words, collections }, choices) {
    const options = collections.map(({ id, title, depth }) => new Option("\u2003".repeat(depth) + title, id));
    const select = element("select", {}, new Option(words.all, ""), ...options);
    select.addEventListener("change", () => choices.collection(select.value));
    select.addEventListener("keydown", onKey);
    return element("label", { className: "search-collection" }, `${words.collection} `, select);
  }

  /* A link, as the arrow keys of the theme go from link to link. */
  function linkToMore({ words }, choices) {
    const more = element("a", { className: "search-more", href: "", textContent: words.more });
    more.setAttribute("role", "button");
    more.addEventListener("click", event => {
      event.preventDefault();
      event.stopPropagation(); // links close the search
      choices.more();
    });
    return more;
  }

  function made(config, choices) {
    const list = document.querySelector(".md-search-result__list");
    const failed = element("p", { className: "search-failed", textContent: config.words.failed });
    failed.setAttribute("role", "status");
    const more = linkToMore(config, choices);
    if (config.collections) list.before(choiceOf(config, choices));
    list.after(more, failed);
    return { more, failed };
  }

  /* Show what goes with an answer of the search. */
  readings.showSearchPanel = ({ config, hasMore = false, hasFailed = false }, choices) => {
    shown ??= made(config, choices);
    shown.more.hidden = !hasMore;
    shown.failed.hidden = !hasFailed;
  };
})(window.readings);
