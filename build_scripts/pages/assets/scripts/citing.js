/* The dialog that cites a reading, a selected passage of it, or an entry. Citations come in a script
   of their own, as lists of texts and numbers: a number says which value is filled in at its place.
   Both scripts are fetched when somebody cites (on-demand.js). */

(readings => {
  "use strict";

  const BIBTEX = 3;
  const RIS = 4;
  const ADDRESS_ONLY = 5;

  /* Escaped for BibTeX. A backslash before one of the last three would begin an accent or a line. */
  const bibtexed = text =>
    text
      .replace(/[{}$&#%_~^\\]/g, one => (one < "\\" || "_{}".includes(one) ? `\\${one}` : `\\char${one.charCodeAt()}{}`));

  /* The parts joined, without nested quotation marks of one kind, and without a full stop after
     another mark. `marks` are those that there may be around a value, and a pattern. */
  function filled(parts, values, [known, wordless]) {
    let text = "";
    parts.forEach((part, place) => {
      if (typeof part === "string") {
        text += /[.?!…]$/.test(text) ? part.replace(/^\./, "") : part;
        return;
      }
      const around = readings.marksAround(text, String(parts[place + 1] ?? ""), known);
      text += around ? readings.quoted(values[part], around, wordless) : values[part];
    });
    return text;
  }

  readings.onPage(signal => {
    const dialog = document.querySelector("dialog.citing");
    if (!dialog?.showModal) return;
    const select = dialog.querySelector("select");
    const field = dialog.querySelector("textarea");
    const status = dialog.querySelector("[role=status]");
    let ofReading, ofEntry, inText, addresses, quotation, paragraphs, ofMark, title, site, marks;
    let passage = null;
    let entry = null;

    const quote = () => filled(quotation, { 3: passage.words }, marks);

    /* What an entry is called: its mark, and the words that it is about. */
    function nameOf(found) {
      const mark = document.querySelector(`.mark a[href="#${found.id}"]`);
      const lemma = found.querySelector(".lemma").cloneNode(true);
      lemma.querySelectorAll(".label, .way-back, .status").forEach(other => other.remove());
      return filled(ofMark, { 3: lemma.textContent.trim(), 4: mark.ariaLabel }, marks);
    }

    function write() {
      const style = select.selectedIndex;
      const now = new Date();
      const numbers = passage ? [...new Set([passage.from, passage.to])] : [];
      const several = numbers.length - 1;
      const escaped = style === BIBTEX ? bibtexed : words => words;
      // The passage is quoted as printed, and browsers look for its words in what the page shows.
      const view = passage && document.querySelector(".first-view") ? "?corrections=printed" : "";
      const fragment = passage?.fragment ?? (entry ? `#${entry.id}` : "");
      const values = [
        addresses[fragment ? 1 : 0] + view + fragment,
        now.toLocaleDateString(dialog.closest("[lang]").lang, { dateStyle: "long" }),
        // Swedish dates are ISO 8601.
        now.toLocaleDateString("sv").replaceAll("-", style === RIS ? "/" : "-"),
        entry && escaped(nameOf(entry)),
        escaped(entry?.querySelector(".by")?.textContent ?? site),
        numbers.join("–"),
        "",
        entry?.id,
      ];
      if (passage) {
        const place = filled(paragraphs[several], values, marks);
        if (style === BIBTEX) values[6] = `  note = {${place}},\n`;
        if (style === RIS) values[6] = `N1  - ${place}\r\n`;
      }
      const quoted = passage && inText[style]
        ? `${quote()} ${filled(inText[style][several], values, marks)}\n\n`
        : "";
      const parts = style === ADDRESS_ONLY ? [0] : (entry ? ofEntry : ofReading)[style];
      field.value = quoted + filled(parts, values, marks);
      status.textContent = "";
    }

    /* Open the dialog for the entry that the button is in, or else for the reading and its selected
       passage. */
    readings.cite = (button, range, citations) => {
      [ofReading, ofEntry, inText, addresses, quotation, paragraphs, ofMark, [title, site], marks] =
        citations;
      const link = button.closest(".provenance")?.querySelector(".permalink");
      entry = link && document.getElementById(link.hash.slice(1));
      passage = link ? null : readings.passageOf(document.querySelector(".reading"), range);
      const shown = passage ? quote() : entry ? nameOf(entry) : title;
      dialog.querySelector(".cited").textContent = shown;
      // An entry is the editors' own; the notice is about the text.
      const notice = entry ? null : document.querySelector(".notice .body")?.cloneNode(true);
      dialog.querySelector(".cited-notice")?.replaceChildren(...(notice ? [notice] : []));
      select.selectedIndex = readings.kept("citation") ?? 0;
      if (select.selectedIndex < 0) select.selectedIndex = 0; // another page may have more styles
      write();
      dialog.showModal();
      select.focus(); // not a link in the notice
    };

    async function copy() {
      await readings.copyFrom(field);
      status.textContent = status.dataset.copied;
    }

    dialog.addEventListener("click", event => {
      if (event.target.matches(".copy")) copy();
      else if (event.target === dialog || event.target.matches(".close")) dialog.close();
    }, { signal });
    select.addEventListener("change", () => {
      readings.keep("citation", select.selectedIndex);
      write();
    }, { signal });
  });
})(window.readings);
