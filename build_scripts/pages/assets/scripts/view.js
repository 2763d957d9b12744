/* How a reading is shown: what is chosen in the panels of its tools. Every control there that has a
   name is a choice, so a new control needs nothing here.

   The address (`?layers=notes,terms&size=120`) takes precedence over what the browser has kept, and
   that over how the page opens. Only what differs from how the page opens is in the address. A value
   that a control does not offer counts as none. What an address says is not kept.

   Style sheets read choices from the root: `data-NAME` is the value, unless that is the first one
   that is offered or, of a box to tick, how it stands at first. A control with `data-once` is not kept.
   A box may be about one element, whose id is in `data-prints`: without a tick, that is not printed. */

(readings => {
  "use strict";

  const root = document.documentElement;
  const followers = [];
  let choices = new Map(); // by name
  let onRoot = [];

  const valueOf = control => control?.value;

  /* By type of the controls with one name: the value now and as the page opens (`opens`), the first
     one (`first`), whether a value is offered, and how it is set. */
  const KINDS = {
    list: boxes => {
      const nothing = boxes.some(box => box.value === "none") ? "" : "none";
      const names = is => boxes.filter(is).map(valueOf).join() || nothing;
      // What a box stands for may have had other names, which old addresses have.
      const has = (value, box) => [box.value, ...(box.dataset.formerly ?? "").split(" ")]
        .some(name => name && value.split(",").includes(name));
      return {
        get: () => names(box => box.checked),
        opens: names(box => box.defaultChecked),
        offers: value => !value || value === nothing || boxes.some(box => has(value, box)),
        set: value => boxes.forEach(box => (box.checked = has(value, box))),
      };
    },
    checkbox: ([box]) => ({
      get: () => (box.checked ? "on" : "off"),
      opens: box.defaultChecked ? "on" : "off",
      offers: value => /^(on|off)$/.test(value),
      set: value => (box.checked = value === "on"),
    }),
    radio: buttons => ({
      get: () => valueOf(buttons.find(button => button.checked)),
      opens: valueOf(buttons.find(button => button.defaultChecked)),
      first: buttons[0].value,
      offers: value => buttons.some(button => button.value === value),
      set: value => buttons.forEach(button => (button.checked = button.value === value)),
    }),
    "select-one": ([menu]) => ({
      get: () => menu.value,
      opens: valueOf([...menu].find(option => option.defaultSelected) ?? menu[0]),
      first: menu[0].value,
      offers: value => [...menu].some(option => option.value === value),
      set: value => (menu.value = value),
    }),
    number: ([field]) => {
      const within = value => Math.min(Math.max(Math.trunc(value) || 0, field.min), field.max);
      return {
        get: () => `${within(field.value)}`,
        opens: field.defaultValue,
        offers: value => /^\d{1,4}$/.test(value) && +value === within(value),
        set: value => (field.value = +value),
      };
    },
    // A number that buttons change.
    hidden: ([field]) => ({
      get: () => field.value,
      opens: field.value,
      offers: value => /^\d{1,4}$/.test(value) && +value >= field.dataset.least && +value <= field.dataset.most,
      set: value => (field.value = +value),
    }),
  };

  function choicesOfPage() {
    const controls = new Map();
    for (const control of document.querySelectorAll(".reading-tools .panel [name]")) {
      controls.set(control.name, [...(controls.get(control.name) ?? []), control]);
    }
    return new Map([...controls].map(([name, [control, ...others]]) => {
      const isList = control.type === "checkbox" && control.hasAttribute("value");
      return [name, KINDS[isList ? "list" : control.type]([control, ...others])];
    }));
  }

  /* Of a list, the boxes that are not ticked are kept: another page may have more boxes. */
  const boxesOf = name => [...document.querySelectorAll(`.panel [type=checkbox][name="${name}"][value]`)];

  function kept(name) {
    const boxes = boxesOf(name);
    if (!boxes.length) return readings.kept(name);
    const without = readings.kept(`without-${name}`)?.split(",");
    return without && (boxes.map(valueOf).filter(value => !without.includes(value)).join() || "none");
  }

  function keep(name) {
    if (document.querySelector(`.panel [name="${name}"][data-once]`)) return;
    const boxes = boxesOf(name);
    if (!boxes.length) {
      readings.keep(name, choices.get(name).get());
      return;
    }
    const elsewhere = (readings.kept(`without-${name}`) ?? "").split(",")
      .filter(value => value && !boxes.some(box => box.value === value));
    const here = boxes.filter(box => !box.checked).map(valueOf);
    readings.keep(`without-${name}`, [...elsewhere, ...here].join());
  }

  /* Attributes that stay as they are cost nothing; others may concern the whole page. */
  function tellStyles() {
    const told = new Map();
    for (const [name, { get, opens, first = opens }] of choices) {
      if (get() !== first) told.set(`data-${name}`, get().replaceAll(",", " "));
    }
    for (const name of onRoot) if (!told.has(name)) root.removeAttribute(name);
    for (const [name, value] of told) {
      if (root.getAttribute(name) !== value) root.setAttribute(name, value);
    }
    onRoot = [...told.keys()];
    for (const box of document.querySelectorAll(".panel [data-prints]")) {
      document.getElementById(box.dataset.prints)?.toggleAttribute("data-not-printed", !box.checked);
    }
  }

  /* The address of the page as it is shown, as a URL. */
  function address() {
    const url = new URL(location);
    for (const [name, { get, opens }] of choices) {
      if (get() === opens) url.searchParams.delete(name);
      else url.searchParams.set(name, get());
    }
    url.search = url.search.replaceAll("%2C", ",");
    return url;
  }

  /* Other pages of the same reading are shown alike. */
  function leadOn() {
    const query = new URLSearchParams(location.search);
    query.delete("h"); // words that were searched here
    const search = query.toString().replaceAll("%2C", ",");
    for (const link of document.querySelectorAll(":is(.parts, .part-neighbours, .part-of) a")) {
      link.search = search;
    }
  }

  function writeAddress() {
    const url = address();
    const before = CSS.escape(`${location.href.replace(/#.*/, "")}#`);
    history.replaceState(history.state, "", url);
    // Instant navigation has made links absolute, so with another query they would lead to another
    // page.
    for (const link of document.querySelectorAll(`a[href^="${before}"]`)) link.search = url.search;
    leadOn();
  }

  function follow(isOpening) {
    for (const follower of followers) follower(isOpening);
  }

  /* Keep what a reader has chosen under some names, show it, and write it into the address. */
  function choose(...names) {
    names.filter(name => choices.has(name)).forEach(keep);
    writeAddress();
    tellStyles();
    follow(false);
    document.dispatchEvent(new Event("readings:layout"));
  }

  /* Call `follower` whenever something is chosen, and for each page as it opens (then with true). */
  readings.onView = follower => followers.push(follower);
  readings.view = {
    address,
    choose,
    get: name => choices.get(name)?.get(),
    set: (name, value) => choices.get(name)?.set(value),
    opens: name => choices.get(name)?.opens,
  };

  readings.onPage(signal => {
    choices = choicesOfPage();
    const query = new URLSearchParams(location.search);
    for (const [name, { offers, opens, set }] of choices) {
      // Browsers fill in again what was chosen before a page was loaded anew.
      set([query.get(name), kept(name)].find(value => value !== null && offers(value ?? "?")) ?? opens);
    }
    tellStyles();
    follow(true);
    if (location.search) leadOn();
    document.addEventListener("change", ({ target }) => {
      if (!target.matches(".reading-tools .panel [name]")) return;
      const { get, set } = choices.get(target.name);
      if (target.type === "number") set(get()); // within its bounds
      choose(target.name);
    }, { signal });
    document.addEventListener("click", ({ target }) => {
      const { tick } = target.dataset ?? {};
      if (!tick) return;
      const boxes = [...target.closest("fieldset").querySelectorAll("[name]")];
      for (const box of boxes) box.checked = tick === "all";
      choose(boxes[0].name);
    }, { signal });
  });
})(window.readings);
