/* The size of the text and the space between its lines, in per cent of the site's settings. */

(readings => {
  "use strict";

  const SETTINGS = ["size", "leading"];
  const NORMAL = 100;
  const STEP = 10;

  const fieldOf = name => document.querySelector(`.panel [type=hidden][name=${name}]`);

  function set(name, value) {
    document.documentElement.style.setProperty(`--reading-${name}`, value / NORMAL);
  }

  /* Where there is no panel, what was kept is about the entries of lists. */
  function kept(name) {
    const value = Number(readings.kept(name));
    return value >= 80 && value <= 200 ? value : NORMAL;
  }

  // Before the page is first drawn, if possible.
  for (const name of SETTINGS) set(name, kept(name));

  readings.onView(() => {
    for (const name of SETTINGS) {
      const field = fieldOf(name);
      set(name, field?.value ?? kept(name));
      if (!field) continue;
      const percent = new Intl.NumberFormat(field.closest("[lang]").lang, { style: "percent" });
      field.parentElement.querySelector("output").value = percent.format(field.value / NORMAL);
    }
  });

  readings.onPage(signal => {
    document.getElementById("tools-text")?.addEventListener("click", ({ target }) => {
      if ("reset" in target.dataset) {
        for (const name of SETTINGS) fieldOf(name).value = NORMAL;
        readings.view.choose(...SETTINGS);
      } else if (target.dataset.step) {
        const field = target.parentElement.querySelector("[type=hidden]");
        const { least, most } = field.dataset;
        field.value = Math.min(Math.max(+field.value + target.dataset.step * STEP, least), most);
        readings.view.choose(field.name);
      }
    }, { signal });
  });
})(window.readings);
