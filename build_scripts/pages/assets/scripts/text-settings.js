/* The size of the text and the space between its lines, in tenths of the site's settings. */

((readings) => {
  "use strict";

  const LEAST = { size: 8, leading: 8 };
  const MOST = { size: 20, leading: 16 };

  function kept(setting) {
    const tenths = Number(readings.kept(setting));
    return tenths >= LEAST[setting] && tenths <= MOST[setting] ? tenths : 10;
  }

  function set(setting, tenths) {
    document.documentElement.style.setProperty(`--reading-${setting}`, tenths / 10);
  }

  // Before the page is first drawn, if possible.
  for (const setting of Object.keys(LEAST)) set(setting, kept(setting));

  readings.onPage((signal) => {
    const panel = document.getElementById("tools-text");
    if (!panel) return;
    const percent = new Intl.NumberFormat(panel.closest("[lang]").lang, { style: "percent" });
    const groups = [...panel.querySelectorAll("[data-setting]")];
    const say = (group, tenths) => {
      group.querySelector("output").value = percent.format(tenths / 10);
    };
    for (const group of groups) say(group, kept(group.dataset.setting));

    const change = (group, tenths) => {
      const { setting } = group.dataset;
      const within = Math.min(Math.max(tenths, LEAST[setting]), MOST[setting]);
      readings.keep(setting, within === 10 ? null : String(within));
      set(setting, within);
      say(group, within);
    };
    panel.addEventListener(
      "click",
      ({ target }) => {
        const group = target.closest("[data-setting]");
        if (group && target.value) change(group, kept(group.dataset.setting) + Number(target.value));
        else if ("reset" in target.dataset) groups.forEach((each) => change(each, 10));
        else return;
        document.dispatchEvent(new Event("readings:layout"));
      },
      { signal },
    );
  });
})(window.readings);
