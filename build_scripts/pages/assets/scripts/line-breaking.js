/* Gives each line of a block an element of its own, where the browser has broken it, so that it is
   never broken elsewhere: on other paper, on another page, in print. No character is lost or added.

   All is read before anything is written, so the browser lays out a long text a few times and not for
   each paragraph. */

(readings => {
  "use strict";

  const range = document.createRange();
  const style = element => getComputedStyle(element);

  /* Whether nothing stands in a node before a place in it. */
  function isAtStart(node, offset) {
    if (node.nodeType === Node.TEXT_NODE) return offset === 0;
    return [...node.childNodes].slice(0, offset)
      .every(child => child.nodeType === Node.TEXT_NODE && !child.data.trim());
  }

  /* Take what follows a place out of an element. Elements that the place is in are then there twice:
     `cut-end` and `cut-start` say where they are cut, and the second one has no id. An element of which
     nothing stands before the place is taken whole. */
  function cut(root, node, offset) {
    while (node !== root && isAtStart(node, offset)) {
      offset = [...node.parentNode.childNodes].indexOf(node);
      node = node.parentNode;
    }
    const around = [];
    for (let each = node; each !== root; each = each.parentNode) {
      if (each.nodeType === Node.ELEMENT_NODE) around.push(each);
    }
    range.setStart(node, offset);
    range.setEnd(root, root.childNodes.length);
    const after = range.extractContents();
    const copies = [];
    for (const element of around.reverse()) {
      const copy = (copies.at(-1) ?? after).firstElementChild;
      copy.classList.add("cut-start");
      copy.removeAttribute("id");
      element.classList.add("cut-end");
      copies.push(copy);
    }
    // Without a summary of its own, browsers would write one.
    for (const copy of copies) {
      if (copy.matches("details")) copy.prepend(document.createElement("summary"));
    }
    return after;
  }

  /* The box of the first visible character from a place in a text node on. */
  function boxFrom(node, index) {
    for (; index < node.length; index++) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = [...range.getClientRects()].find(({ width, height }) => width && height);
      if (box) return box;
    }
    return null;
  }

  const middleOf = ({ top, bottom }) => (top + bottom) / 2;

  /* The text nodes in some nodes. */
  function* textsIn(nodes) {
    for (const node of nodes) {
      if (node.nodeType === Node.TEXT_NODE) yield node;
      else if (node.nodeType === Node.ELEMENT_NODE) yield* textsIn(node.childNodes);
    }
  }

  /* Where the lines of running text begin, except the first: text nodes with offsets, and the boxes of
     the first characters. Raised and lowered signs stay in their line. */
  function breaksOf(nodes, { lineHeight, fontSize }) {
    const half = (parseFloat(lineHeight) || parseFloat(fontSize) * 1.3) / 2;
    const breaks = [];
    let middle = null;
    for (const node of textsIn(nodes)) {
      range.selectNodeContents(node);
      let from = 0;
      for (const box of [...range.getClientRects()]) {
        if (!box.width || !box.height) continue;
        middle ??= middleOf(box);
        if (middleOf(box) - middle <= half) {
          middle = Math.max(middle, middleOf(box));
          continue;
        }
        let [low, high] = [from, node.length - 1];
        while (low < high) {
          const index = (low + high) >> 1;
          const there = boxFrom(node, index);
          if (!there || middleOf(there) - middle > half) high = index;
          else low = index + 1;
        }
        // Blanks stay at the end of the line before, and the halves of a character together.
        while (low < node.length && /\s/.test(node.data[low])) low++;
        if (/[\udc00-\udfff]/.test(node.data[low] ?? "")) low--;
        from = low;
        breaks.push({ node, offset: from, start: boxFrom(node, from) });
        middle = middleOf(box);
      }
    }
    return breaks;
  }

  function firstBox(nodes) {
    for (const node of textsIn(nodes)) {
      const box = boxFrom(node, 0);
      if (box) return box;
    }
    return null;
  }

  /* Whether the source has a line end before a place. */
  function endsLine(nodes, node, offset) {
    range.setStartBefore(nodes[0]);
    range.setEnd(node, offset);
    return /\n\s*$/.test(range.toString());
  }

  function isBlock(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return false;
    const { display, position, float } = style(node);
    return !/^(inline|none|contents|ruby)/.test(display) && float === "none" && !/absolute|fixed/.test(position);
  }

  const isShown = node => node.nodeType !== Node.ELEMENT_NODE || style(node).display !== "none";

  /* Style sheets may name the children of an element, which are soon children of a line. */
  const LOOKS = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "fontVariantCaps", "letterSpacing",
    "textTransform", "color", "display", "position", "insetInlineStart", "margin", "textDecorationLine"];
  const looksOf = element => LOOKS.map(name => style(element)[name]);

  /* What is to be known of running text: some or all children of an element. */
  function readText(parent, nodes) {
    const { direction, unicodeBidi, whiteSpace, lineHeight, fontSize } = style(parent);
    const breaks = breaksOf(nodes, { lineHeight, fontSize });
    const keepsLines = /^pre/.test(whiteSpace);
    return {
      parent,
      nodes,
      breaks,
      isLeft: direction === "ltr",
      isPlain: unicodeBidi === "plaintext",
      starts: [firstBox(nodes), ...breaks.map(({ start }) => start)],
      goesOn: breaks.map(({ node, offset }) => keepsLines && !endsLine(nodes, node, offset)),
      hyphens: breaks.map(({ node, offset }) => node.data[offset - 1] === "\u00ad"),
      looks: nodes.filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE)
        .map(element => [element, looksOf(element)]),
    };
  }

  /* The running texts in an element, and its `pieces`: what is no running text, such as a row. */
  function* readElement(element, pieces) {
    if (!isShown(element)) return;
    if (!/^(block|list-item|flow-root)$/.test(style(element).display)) {
      pieces.push(element);
      return;
    }
    const children = [...element.childNodes];
    const hasBlocks = children.some(isBlock);
    let run = [];
    const runs = [run];
    for (const child of children) {
      if (isBlock(child)) {
        yield* readElement(child, pieces);
        runs.push((run = []));
      } else if (isShown(child) || !hasBlocks) run.push(child);
    }
    for (const nodes of runs) {
      if (nodes.some(node => node.textContent.trim())) yield readText(element, nodes);
    }
  }

  function writeText({ nodes, breaks, goesOn, hyphens, isPlain }) {
    const around = document.createElement("div");
    nodes[0].before(around);
    around.append(...nodes);
    const lines = [];
    for (let index = breaks.length - 1; index >= 0; index--) {
      const { node, offset } = breaks[index];
      const line = document.createElement("div");
      line.classList.toggle("goes-on", goesOn[index]);
      line.append(cut(around, node, offset));
      lines.unshift(line);
    }
    const first = document.createElement("div");
    first.append(...around.childNodes);
    lines.unshift(first);
    lines.forEach((line, index) => {
      line.classList.add("line");
      line.classList.toggle("hyphenated", Boolean(hyphens[index]));
      if (isPlain) line.style.unicodeBidi = "plaintext";
    });
    around.replaceWith(...lines);
    return lines;
  }

  const startOf = (box, isLeft) => (isLeft ? box.left : -box.right);

  /* Break all running text in some elements. */
  readings.breakLines = elements => {
    const pieces = [];
    const texts = elements.flatMap(element => [...readElement(element, pieces)]);
    for (const piece of pieces) piece.classList.add("piece");
    const written = texts.map(writeText);

    const changed = texts.flatMap(({ looks }) => looks.flatMap(([element, before]) => {
      const now = looksOf(element);
      return LOOKS.flatMap((name, index) => now[index] === before[index] ? [] : [[element, name, before[index]]]);
    }));
    for (const [element, name, value] of changed) element.style[name] = value;

    // Indentations, which lines of their own do not have, or have where others did not.
    const off = texts.flatMap(({ starts, isLeft }, text) => written[text].map((line, index) => {
      const now = firstBox([line]);
      return [line, starts[index] && now ? startOf(starts[index], isLeft) - startOf(now, isLeft) : 0];
    }));
    for (const [line, distance] of off) {
      if (Math.abs(distance) > 0.5) line.style.marginInlineStart = `${distance}px`;
    }
  };

  readings.cut = cut;
})(window.readings);
