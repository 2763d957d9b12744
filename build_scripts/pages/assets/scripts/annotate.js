/* The form in which a reader annotates the selected words. It writes the finished file while the
   reader types, says what is wrong with it, and hands it on. */

(readings => {
  "use strict";

  const { texts, contribution } = readings;

  const normalised = {}; // by the address of the text
  const forms = {}; // by text and passage, so that what somebody has begun is kept

  async function textAt(href) {
    await readings.load(href);
    return (normalised[href] ??= texts.normalise(readings.sources[href].text, readings.sources[href]));
  }

  /* Open the form for a range of the page, or for the whole text where the range holds none of it.

     Args:
       href: the address of the text.
       range: what was selected, or null. */
  readings.annotate = async (href, range) => {
    const text = await textAt(href);
    const source = readings.sources[href];
    await readings.load(source.known);
    const reading = document.querySelector(".reading");
    const isSelected = range && !range.collapsed && reading;
    const passage = isSelected ? texts.spanOf(reading, range, text, source.paragraphs) : null;
    const about = [href, passage?.start, passage?.end].join();
    const target = passage ? texts.describeIn(source, text, passage) : { reading: true };
    const dialog = (forms[about] ??= formFor({ href, source, passage, target }));
    document.body.append(dialog.parentElement);
    dialog.addEventListener("close", () => selectAgain(range), { once: true });
    dialog.showModal();
  };

  /* Select again what was selected before, unless something else is selected by now. */
  function selectAgain(range) {
    if (!range || !getSelection().isCollapsed) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  /* A form about a passage, ready to be shown. */
  function formFor({ href, source, passage, target }) {
    const view = readings.formView({ known: readings.known, texts, contribution });
    const { dialog, fields, find, known, value, idOf, say, report } = view;
    const exact = target.exact ?? "";
    const sources = readings.chosenSources(view, update);
    const farEnd = readings.farEnd(view, { textAt, here: href, update });
    const waysOut = readings.waysOut(view);
    let hasOwnId = false; // whether somebody typed one
    let made = null; // the file and its faults

    find(".quoted").textContent = exact;
    find(".quoted").hidden = !exact;
    if (passage?.isCut) find(".remark").textContent = say("about-selection-cut");
    if (!passage) {
      find("#annotating-title").textContent = say("heading-whole");
      find(".remark").textContent = say("about-nothing-selected");
      for (const kind of ["correction", "mention"]) find(`option[value="${kind}"]`).remove();
    }
    fields.reading.value = fields.term.value = fields.forms.value = exact;
    fields.creator.value = readings.kept("creator") ?? "";
    find(".open").hidden = !known.newFile;

    const linesOf = name => fields[name].value.split("\n").map(line => line.trim()).filter(Boolean);

    function given() {
      const kind = fields.kind.value;
      const forms = linesOf("forms");
      return {
        kind,
        target,
        passage: { reading: source.id, ...(exact && target) },
        body: fields.body.value,
        hint: fields.hint.value,
        probable: fields["leave-out"].checked ? "" : value("reading"),
        leaveOut: fields["leave-out"].checked,
        rivals: contribution.rivals(fields.rivals.value),
        certainty: fields.certainty.value,
        term: value("term"),
        termKind: contribution.intendedId(value("term-kind"), known.ids),
        forms: forms.length === 1 && forms[0] === value("term") ? [] : forms,
        aliases: linesOf("aliases"),
        pronunciation: value("pronunciation"),
        ipa: value("ipa"),
        coordinates: value("coordinates"),
        knownTerm: idOf("known-term", known.terms),
        mention: fields.mention.value,
        date: value("date"),
        endDate: value("end-date"),
        title: value("title"),
        relation: fields.relation.value,
        ...(kind === "cross-reference" && farEnd.given()),
        sources: sources.chosen,
        notAdded: kind === "mention" ? "" : sources.notAdded(),
        creator: value("creator"),
        created: new Date().toLocaleDateString("sv"), // Swedish dates are ISO 8601
        id: hasOwnId ? value("id") : proposedId(kind),
      };
    }

    function proposedId(kind) {
      const words = {
        term: value("term"),
        event: value("title"),
        question: value("body"),
        mention: `${value("known-term")} ${exact}`,
      };
      const taken = contribution.takenIds(kind, known, source);
      return contribution.proposedId(words[kind] ?? exact, kind, taken, known.ids);
    }

    /* Show the fields of the chosen kind, and those that other choices ask for. */
    function showFields(kind) {
      const shown = new Set([kind]);
      if (kind !== "mention") shown.add("body").add("sources");
      if (kind === "cross-reference") {
        const far = fields.far.value;
        shown.add(far === "passage" ? far : `far-${far}`);
        if (farEnd.isOpen()) shown.add("several");
      }
      fields.reading.disabled = fields["leave-out"].checked;
      for (const row of dialog.querySelectorAll("[data-for]")) row.hidden = !shown.has(row.dataset.for);
      const name = find(".body-name");
      name.textContent = name.getAttribute(`data-${kind}`);
    }

    function update() {
      const now = given();
      if (!hasOwnId) fields.id.value = now.id;
      showFields(now.kind);
      const file = contribution.fileOf(now, source.id);
      made = { ...file, faults: contribution.faultsOf(now, known, source) };
      find(".file code").textContent = file.path;
      find(".yaml").value = file.text;
      report("");
      showFaults();
    }

    function showFaults() {
      const lines = made.faults.map(([severity, ...fault]) => [severity, say(...fault)]);
      if (!lines.length) lines.push(["", say(known.newFile ? "nothing-wrong" : "ready-to-send")]);
      const items = lines.map(([severity, words]) => {
        const item = document.createElement("li");
        item.className = severity;
        item.textContent = words;
        return item;
      });
      const list = find(".findings");
      // A screen reader would read the same list out again.
      if (list.textContent !== lines.map(([, words]) => words).join("")) list.replaceChildren(...items);
      const wrong = new Set(made.faults.map(([severity, , , field]) => severity === "error" && field));
      for (const field of fields) if (field.name) field.toggleAttribute("data-wrong", wrong.has(field.name));
    }

    /* Hand the file on. Where it has an error, the first field in question gets the focus instead. */
    function handOn(way) {
      const fault = made.faults.find(([severity]) => severity === "error");
      if (!fault) {
        readings.keep("creator", value("creator") || null);
        way(made);
        return;
      }
      for (const field of fields) {
        if (field.name) field.ariaInvalid = String(field.hasAttribute("data-wrong"));
      }
      report(say(...fault.slice(1)));
      fields[fault[3]]?.focus();
    }

    const buttons = {
      "add-known": sources.addKnown,
      "add-new": sources.addNew,
      open: () => handOn(waysOut.open),
      copy: () => handOn(waysOut.copy),
      download: () => handOn(waysOut.download),
      close: () => dialog.close(),
      remove: button => sources.remove(button.value),
    };
    dialog.addEventListener("click", ({ target: clicked }) => {
      const button = clicked.closest("button");
      buttons[button?.className]?.(button);
    });
    dialog.addEventListener("close", () => view.holder.remove());
    find("form").addEventListener("input", event => {
      if (event.target.name === "id") hasOwnId = true;
      update();
    });
    fields.id.addEventListener("change", () => {
      hasOwnId = Boolean(fields.id.value); // an empty field gets the proposal again
      update();
    });
    find("fieldset").addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      if (event.target.closest("details")) sources.addNew();
      else sources.addKnown();
    });
    find("form").addEventListener("submit", event => event.preventDefault());
    update();
    return dialog;
  }
})(window.readings);
