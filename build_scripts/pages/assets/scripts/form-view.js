/* The form of a contribution as its other scripts see it: fields by name, values to complete from,
   and messages. */

(readings => {
  "use strict";

  const isNamed = (names, typed) => names.some(name => name?.toLowerCase() === typed.toLowerCase());
  const idIn = (list, typed) => list.find(names => isNamed(names, typed))?.[0] ?? typed;

  /* A new form, in an element that is not on the page yet. */
  readings.formView = ({ known, texts, contribution }) => {
    const holder = document.createElement("div");
    holder.className = "md-typeset";
    holder.innerHTML = known.form;
    const dialog = holder.firstElementChild;
    const find = selector => dialog.querySelector(selector);
    const fields = find("form").elements;
    const { longest } = known;
    const limits = { "too-long": longest.url, id: longest.id }; // by message or field
    const labelOf = field => fields[field].closest("label").querySelector("span").textContent;

    function offer(name, list) {
      find(`#known-${name}`).append(...list.map(([id, label]) => new Option(label ?? id, id)));
    }
    const titled = ([id, label]) => [id, [label, known.titles[id]].filter(Boolean).join(": "), label];
    const sources = known.sources.map(titled);
    offer("sources", sources);
    offer("terms", known.terms);
    offer("readings", known.readings);
    offer("events", known.events);
    offer("kinds", known.kinds.map(kind => [kind]));

    return {
      holder,
      dialog,
      fields,
      find,
      known,
      texts,
      contribution,
      value: name => fields[name].value.trim(),
      /* The id that belongs to the typed name, or what was typed. */
      sources,
      idOf: (name, list) => idIn(list, fields[name].value.trim()),
      /* A message, which names the field where a required one is empty. */
      say(name, what = "", field = "") {
        const named = name === "required" ? labelOf(field) : what;
        const limit = limits[name] ?? limits[field] ?? longest.text;
        return known.words[name].replace("[what]", named).replace("[number]", named).replace("[limit]", limit);
      },
      report: words => (find(".done").textContent = words),
    };
  };
})(window.readings);
