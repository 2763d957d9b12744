/* The sources of a contribution, chosen from the site's list or described anew. */

(readings => {
  "use strict";

  const NEW = [
    ...["type", "title", "author", "container", "volume", "issue", "page", "publisher", "issued"],
    ...["language", "doi", "url"],
  ];

  /* The sources of a form. `update` is called when they change. */
  readings.chosenSources = (view, update) => {
    const { fields, find, known, value, idOf, say, contribution } = view;
    const chosen = [];
    const report = words => (find(".source-report").textContent = words);

    function addKnown() {
      const id = idOf("source", view.sources);
      if (known.sources.some(([one]) => one === id)) {
        add({ id, locator: value("locator") });
        fields.source.value = fields.locator.value = "";
      } else {
        report(say("unknown-source", id));
        fields.source.focus();
      }
    }

    function addNew() {
      const typed = Object.fromEntries(NEW.map(name => [name, value(`source-${name}`)]));
      const taken = [...known.sources.map(([id]) => id), ...chosen.map(({ id }) => id)];
      const faults = contribution.faultsOfSource(typed, known);
      if (faults.length) {
        report(faults.map(([, message, what, field]) => say(message, what, field)).join("\n"));
        fields[faults[0][3]].focus();
        return;
      }
      const reference = contribution.newSource(typed, taken, known.ids);
      add({ id: reference.id, locator: "", reference });
      for (const name of NEW.slice(1)) fields[`source-${name}`].value = "";
      find("details").open = false;
    }

    function add(source) {
      if (!chosen.some(({ id }) => id === source.id)) chosen.push(source);
      show();
    }

    function remove(index) {
      chosen.splice(index, 1);
      show();
      fields.source.focus();
    }

    function show() {
      report("");
      find(".chosen").replaceChildren(...chosen.map(shown));
      update();
    }

    function shown({ id, locator, reference }, index) {
      const label = known.sources.find(([one]) => one === id)?.[1] ?? reference.title;
      const item = document.createElement("li");
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "remove", textContent: "×", value: index });
      button.ariaLabel = find(".chosen").dataset.remove.replace("[what]", label);
      item.append([label, locator].filter(Boolean).join(", "), " ", button);
      return item;
    }

    /* The field with a source that was typed but not added; empty if there is none. */
    const notAdded = () =>
      ["source", ...NEW.slice(1).map(name => `source-${name}`)].find(name => value(name)) ?? "";

    return { chosen, notAdded, addKnown, addNew, remove };
  };
})(window.readings);
