/* The form in which a reader annotates what is selected: it writes the finished file as one types,
   and hands it on. What a contribution is, contribution.js knows. */

(readings => {
  "use strict";

  const { texts, contribution } = readings;
  const CONTEXT = 40;

  const normalised = {}; // by the address of a text
  let last = null; // the form that was closed last, with what it is about

  async function textAt(href) {
    await readings.load(href);
    const text = readings.sources[href];
    normalised[href] ??= texts.normalise(text.text);
    return text;
  }

  /* Open the form for a range of the page; nothing, or nothing of the text, is the whole text.

     Args:
       href: the address of the text.
       range: what was selected, or null. */
  readings.annotate = async (href, range) => {
    const text = await textAt(href);
    await readings.load(text.known);
    const reading = document.querySelector(".reading");
    const passage = range && !range.collapsed && reading
      ? texts.spanOf(reading, range, normalised[href], text.paragraphs)
      : null;
    const about = [href, passage?.start, passage?.end].join();
    // What somebody has begun to write about the same words is still there.
    if (last?.about !== about) {
      const target = passage ? texts.describe(normalised[href], passage) : { reading: "true" };
      last = { about, holder: formFor({ href, text, passage, target }) };
    }
    document.body.append(last.holder);
    last.holder.firstElementChild.showModal();
  };

  function formFor(at) {
    const { known } = readings;
    const holder = document.createElement("div");
    holder.className = "md-typeset";
    holder.innerHTML = known.form;
    const dialog = holder.firstElementChild;
    dialog.addEventListener("close", () => holder.remove());
    const form = dialog.querySelector("form");
    const fields = form.elements;
    const find = selector => dialog.querySelector(selector);
    const say = (name, what = "") =>
      known.words[name].replace("[what]", what).replace("[number]", what).replace("[limit]", name === "too-long" ? known.longest : 10_000);
    const sources = [];
    let typedId = false;
    let far = {}; // the other text of a cross-reference
    let made = null; // the file, and what is wrong with it

    const value = name => fields[name].value.trim();
    const idIn = (list, typed) => list.find(([id, label]) => id === typed || label === typed)?.[0] ?? typed;
    const offer = (name, list) => find(`#known-${name}`).append(...list.map(([id, label]) => new Option(label ?? id, id)));

    offer("sources", known.sources.map(([id, label]) => [id, [label, known.titles[id]].filter(Boolean).join(": ")]));
    offer("terms", known.terms);
    offer("readings", known.readings);
    offer("events", known.events);
    offer("kinds", known.kinds.map(kind => [kind]));
    const exact = at.target.exact ?? "";
    find(".quoted").textContent = exact;
    find(".quoted").hidden = !exact;
    find(".remark").textContent = at.passage ? (at.passage.isCut ? say("about-selection-cut") : "") : say("about-nothing-selected");
    if (!exact) {
      for (const kind of ["correction", "mention"]) fields.kind.querySelector(`[value="${kind}"]`).remove();
    }
    fields.reading.value = fields.term.value = fields.forms.value = exact;
    fields.creator.value = readings.kept("creator") ?? "";
    find(".open").hidden = !known.newFile;

    function given() {
      const kind = fields.kind.value;
      const termKind = idIn(known.kinds.map(one => [one]), value("term-kind"));
      const forms = fields.forms.value.split("\n").map(form => form.trim()).filter(Boolean);
      const probable = value("reading");
      return {
        kind,
        target: at.target,
        passage: { reading: at.text.id, ...(exact && at.target) },
        body: fields.body.value,
        probable,
        certainty: fields.certainty.value,
        term: value("term"),
        termKind,
        forms: forms.length === 1 && forms[0] === value("term") ? [] : forms,
        knownTerm: idIn(known.terms, value("known-term")),
        mention: fields.mention.value,
        date: value("date"),
        endDate: value("end-date"),
        title: value("title"),
        relation: fields.relation.value,
        ...farEnd(),
        sources,
        creator: value("creator"),
        created: new Date().toLocaleDateString("sv"),
        id: typedId ? value("id") : proposedId(kind),
      };
    }

    function proposedId(kind) {
      const from = { term: value("term"), event: value("title"), mention: `${value("known-term")} ${exact}` }[kind] ?? exact;
      const base = contribution.idOf(from) || contribution.idOf(`${kind} ${at.text.id}`);
      return contribution.freeId(base, contribution.takenIds(kind, known, at.text));
    }

    /* What a cross-reference refers to, and what is wrong with its words. */
    function farEnd() {
      const kind = fields.far.value;
      if (kind === "term") return { refersTo: { term: idIn(known.terms, value("far-term")) } };
      if (kind === "event") return { refersTo: { event: idIn(known.events, value("far-event")) } };
      const reading = idIn(known.readings, value("far-reading"));
      const words = value("far-words");
      if (!words || !known.readings.some(([id]) => id === reading)) return { refersTo: { reading } };
      const href = new URL(`../${reading}/text.js`, at.href).href;
      if (!normalised[href]) {
        textAt(href).then(update);
        return { refersTo: { reading, exact: words }, farFault: "far-words-loading" };
      }
      const places = texts.findAll(normalised[href], { exact: words });
      showPlaces(places, href);
      if (!places.length) return { refersTo: { reading, exact: words }, farFault: "far-words-missing" };
      const place = places[places.length > 1 ? fields["far-place"].selectedIndex - 1 : 0];
      if (!place) return { refersTo: { reading, exact: words }, farFault: "far-words-several", farCount: places.length };
      return { refersTo: { reading, ...texts.describe(normalised[href], place) } };
    }

    /* Let one of several places be chosen, each with what stands around it. */
    function showPlaces(places, href) {
      const key = JSON.stringify([href, places]);
      if (far.key === key) return;
      far = { key, isOpen: places.length > 1 };
      const { source } = normalised[href];
      const options = places.map(({ start, end }) =>
        new Option(texts.oneLine(`… ${source.slice(Math.max(0, start - CONTEXT), start)}[${source.slice(start, end)}]${source.slice(end, end + CONTEXT)} …`)));
      fields["far-place"].replaceChildren(new Option("", ""), ...options);
    }

    /* Show the fields of the kind that is chosen, and of what follows from it. */
    function showFields(now) {
      const isFar = now.kind === "cross-reference";
      const shown = new Set([
        now.kind,
        ...(now.kind === "mention" ? [] : ["body", "sources"]),
        ...(isFar ? [fields.far.value === "passage" ? "passage" : `far-${fields.far.value}`] : []),
        ...(isFar && fields.far.value === "passage" && value("far-words") && far.isOpen ? ["several"] : []),
      ]);
      for (const row of dialog.querySelectorAll("[data-for]")) row.hidden = !shown.has(row.dataset.for);
      const name = find(".body-name");
      name.textContent = name.getAttribute(`data-${now.kind}`);
    }

    function update() {
      const now = given();
      if (!typedId) fields.id.value = now.id;
      showFields(now);
      const file = contribution.fileOf(now, at.text.id);
      const faults = contribution.faultsOf(now, known, at.text);
      made = { ...file, faults };
      find(".file code").textContent = file.path;
      find(".yaml").value = file.text;
      find(".done").textContent = "";
      showFaults(faults);
    }

    function showFaults(faults) {
      const items = faults.map(([severity, message, what, field]) => {
        const item = document.createElement("li");
        item.className = severity;
        item.textContent = say(message, what);
        item.dataset.field = field;
        return item;
      });
      if (!items.length) {
        const item = document.createElement("li");
        item.textContent = say("nothing-wrong");
        items.push(item);
      }
      // The same again would be read out again.
      const list = find(".findings");
      if (list.textContent !== items.map(item => item.textContent).join("")) list.replaceChildren(...items);
      for (const field of fields) {
        const isWrong = faults.some(([severity, , , name]) => severity === "error" && name === field.name);
        if (field.name) field.toggleAttribute("data-wrong", isWrong);
      }
    }

    /* Whether the file can be handed on; if not, the first field in question gets the focus. */
    function isReady() {
      const wrong = made.faults.find(([severity]) => severity === "error");
      if (!wrong) {
        readings.keep("creator", value("creator") || null);
        return true;
      }
      find(".done").textContent = say(wrong[1], wrong[2]);
      for (const field of fields) {
        if (field.name) field.setAttribute("aria-invalid", String(field.hasAttribute("data-wrong")));
      }
      fields[wrong[3]]?.focus();
      return false;
    }

    async function copy() {
      try {
        await navigator.clipboard.writeText(made.text);
      } catch {
        find(".yaml").select(); // where pages have no clipboard, as in a folder
        document.execCommand("copy");
      }
      find(".done").textContent = find(".done").dataset.copied;
    }

    function download() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([made.text], { type: "text/yaml" }));
      link.download = made.path.split("/").at(-1);
      link.click();
      URL.revokeObjectURL(link.href);
    }

    async function openAtHost() {
      const address = content =>
        known.newFile.replace("{path}", encodeURIComponent(made.path).replaceAll("%2F", "/")).replace("{content}", encodeURIComponent(content));
      const whole = address(made.text);
      const isTooLong = whole.length > known.longest;
      if (isTooLong) await copy();
      find(".done").textContent = say(isTooLong ? "too-long" : "opened-elsewhere");
      const link = document.createElement("a");
      Object.assign(link, { href: isTooLong ? address("") : whole, target: "_blank", rel: "noopener" });
      link.click();
    }

    function addKnown() {
      const typed = value("source");
      const id = idIn(known.sources, typed);
      if (!known.sources.some(([one]) => one === id)) {
        find(".done").textContent = say("unknown-source", typed);
        fields.source.focus();
        return;
      }
      addSource({ id, locator: value("locator") });
      fields.source.value = fields.locator.value = "";
    }

    function addNew() {
      const names = ["type", "title", "author", "container", "publisher", "issued", "url"];
      const typed = Object.fromEntries(names.map(name => [name, value(`source-${name}`)]));
      const taken = [...known.sources.map(([id]) => id), ...sources.map(source => source.id)];
      const { reference, faults } = contribution.newSource(typed, taken, known);
      if (faults.length) {
        find(".done").textContent = faults.map(([, message, what]) => say(message, what)).join(" ");
        fields[faults[0][3]].focus();
        return;
      }
      addSource({ id: reference.id, locator: "", reference });
      for (const name of names.slice(1)) fields[`source-${name}`].value = "";
      find("details").open = false;
    }

    function addSource(source) {
      if (!sources.some(one => one.id === source.id)) sources.push(source);
      showSources();
    }

    function showSources() {
      const list = find(".chosen");
      list.replaceChildren(...sources.map((source, index) => {
        const item = document.createElement("li");
        const label = known.sources.find(([id]) => id === source.id)?.[1] ?? source.reference.title;
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "remove", textContent: "×", value: index });
        button.ariaLabel = list.dataset.remove.replace("[what]", label);
        item.append([label, source.locator].filter(Boolean).join(", "), " ", button);
        return item;
      }));
      update();
    }

    const actions = {
      "add-known": addKnown,
      "add-new": addNew,
      open: () => isReady() && openAtHost(),
      copy: () => isReady() && copy(),
      download: () => isReady() && download(),
      close: () => dialog.close(),
    };
    dialog.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.className === "remove") {
        sources.splice(button.value, 1);
        showSources();
        fields.source.focus();
      } else actions[button?.className]?.();
    });
    form.addEventListener("input", ({ target }) => {
      if (target.name === "id") typedId = Boolean(target.value);
      update();
    });
    form.addEventListener("submit", event => event.preventDefault());
    update();
    return holder;
  }
})(window.readings);
