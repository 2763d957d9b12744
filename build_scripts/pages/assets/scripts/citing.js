/* The dialog that cites a reading, a selected passage of it, or an entry. Citations stand in a script
   beside the page as lists of words and, between, numbers: places in the list of what is filled in.
   Both are fetched when somebody cites (on-demand.js). */

(readings => {
  "use strict";

  const BIBTEX = 3;
  const RIS = 4;
  const ADDRESS_ONLY = 5;

  /* As BibTeX has it; a backslash before the last three would begin an accent, or a line. */
  const bibtexed = text =>
    text
      .replace(/[{}$&#%_~^\\]/g, one => (one < "\\" || "_{}".includes(one) ? `\\${one}` : `\\char${one.charCodeAt()}{}`));

  /* Words put together: no quotation marks of one kind inside each other, no full stop behind
     another mark. */
  function filled(parts, values) {
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") text += /[.?!…]$/.test(text) ? part.replace(/^\./, "") : part;
      else if (!text.endsWith("“")) text += values[part];
      else text += values[part].replace(/[“”]/g, mark => (mark === "“" ? "‘" : "’"));
    }
    return text;
  }

  readings.onPage(signal => {
    const dialog = document.querySelector("dialog.citing");
    if (!dialog?.showModal) return;
    const select = dialog.querySelector("select");
    const field = dialog.querySelector("textarea");
    const status = dialog.querySelector("[role=status]");
    let ofReading, ofEntry, inText, addresses, quotation, paragraphs, ofMark, title, site;
    let passage = null;
    let entry = null;

    const quote = () => filled(quotation, { 3: passage.words });

    /* What an entry is called: its mark, and the words that it is on. */
    function nameOf(found) {
      const mark = document.querySelector(`.mark a[href="#${found.id}"]`);
      const lemma = found.querySelector(".lemma").cloneNode(true);
      lemma.querySelectorAll(".label, .way-back, .status").forEach(other => other.remove());
      return filled(ofMark, { 3: lemma.textContent.trim(), 4: mark.ariaLabel });
    }

    function write() {
      const style = select.selectedIndex;
      const now = new Date();
      const numbers = passage ? [...new Set([passage.from, passage.to])] : [];
      const several = numbers.length - 1;
      const escaped = style === BIBTEX ? bibtexed : words => words;
      const fragment = passage?.fragment ?? (entry ? `#${entry.id}` : "");
      const values = [
        addresses[fragment ? 1 : 0] + fragment,
        now.toLocaleDateString(dialog.closest("[lang]").lang, { dateStyle: "long" }),
        // Swedes write days in figures as ISO 8601 does.
        now.toLocaleDateString("sv").replaceAll("-", style === RIS ? "/" : "-"),
        entry && escaped(nameOf(entry)),
        escaped(entry?.querySelector(".by")?.textContent ?? site),
        numbers.join("–"),
        "",
        entry?.id,
      ];
      if (passage) {
        const place = filled(paragraphs[several], values);
        if (style === BIBTEX) values[6] = `  note = {${place}},\n`;
        if (style === RIS) values[6] = `N1  - ${place}\r\n`;
      }
      const quoted = passage && inText[style]
        ? `${quote()} ${filled(inText[style][several], values)}\n\n`
        : "";
      const parts = style === ADDRESS_ONLY ? [0] : (entry ? ofEntry : ofReading)[style];
      field.value = quoted + filled(parts, values);
      status.textContent = "";
    }

    /* Open the dialog for a button: for the entry that it is in, or for the reading, and what is
       selected of it. */
    readings.cite = (button, range, citations) => {
      [ofReading, ofEntry, inText, addresses, quotation, paragraphs, ofMark, [title, site]] = citations;
      const link = button.closest(".provenance")?.querySelector(".permalink");
      entry = link && document.getElementById(link.hash.slice(1));
      passage = link ? null : readings.passageOf(document.querySelector(".reading"), range);
      const shown = passage ? quote() : entry ? nameOf(entry) : title;
      dialog.querySelector(".cited").textContent = shown;
      select.selectedIndex = readings.kept("citation") ?? 0;
      if (select.selectedIndex < 0) select.selectedIndex = 0; // kept where there are more
      write();
      dialog.showModal();
    };

    async function copy() {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select(); // where pages have no clipboard, as in a folder
        document.execCommand("copy");
      }
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
