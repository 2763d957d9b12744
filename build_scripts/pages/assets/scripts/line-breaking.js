/* Gives each line of a block an element of its own, where the browser has broken it, so that it is
   never broken elsewhere: on other paper, on another page, in print. No character is lost or added. */

(readings => {
  "use strict";

  const range = document.createRange();
  const style = element => getComputedStyle(element);

  /* Take what follows a place out of an element. Elements that the place is in are then there twice:
     `cut-end` and `cut-start` say where they are cut, and the second one has no id. */
  function cut(root, node, offset) {
    while (node !== root && offset === 0) {
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
    let copy = after;
    for (const element of around.reverse()) {
      copy = copy.firstElementChild;
      copy.classList.add("cut-start");
      copy.removeAttribute("id");
      element.classList.add("cut-end");
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

  /* Where the lines of a block begin, except the first: text nodes with offsets. Raised and lowered
     signs stay in their line. */
  function breaksOf(block) {
    const half = (parseFloat(style(block).lineHeight) || parseFloat(style(block).fontSize) * 1.3) / 2;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const breaks = [];
    let middle = null;
    for (let node; (node = walker.nextNode()); ) {
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
        // Surrogates are one character, and blanks stay at the end of the line before.
        while (low < node.length && /\s/.test(node.data[low])) low++;
        if (/[\udc00-\udfff]/.test(node.data[low] ?? "")) low--;
        from = Math.min(low, node.length);
        breaks.push({ node, offset: from, start: boxFrom(node, from) });
        middle = middleOf(box);
      }
    }
    return breaks;
  }

  const startOf = (box, isLeft) => (isLeft ? box.left : -box.right);

  function firstBox(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const box = boxFrom(node, 0);
      if (box) return box;
    }
    return null;
  }

  /* Style sheets may name the children of an element, which are soon children of a line. */
  const LOOKS = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "fontVariantCaps", "letterSpacing",
    "textTransform", "color", "display", "position", "insetInlineStart", "margin", "textDecorationLine"];
  const looks = parent =>
    [...parent.children].map(child => [child, LOOKS.map(name => style(child)[name])]);

  function keepLooks(before) {
    for (const [child, values] of before) {
      LOOKS.forEach((name, index) => {
        if (style(child)[name] !== values[index]) child.style[name] = values[index];
      });
    }
  }

  function breakBlock(block) {
    const { direction, unicodeBidi, whiteSpace } = style(block);
    const isLeft = direction === "ltr";
    const breaks = breaksOf(block);
    const before = looks(block);
    const starts = [firstBox(block), ...breaks.map(({ start }) => start)];
    const lines = [];
    const hyphens = breaks.map(({ node, offset }) => node.data[offset - 1] === "\u00ad");
    for (const { node, offset } of breaks.reverse()) {
      const line = document.createElement("div");
      if (/^pre/.test(whiteSpace) && !endsLine(block, node, offset)) line.classList.add("goes-on");
      line.append(cut(block, node, offset));
      lines.unshift(line);
    }
    const first = document.createElement("div");
    first.append(...block.childNodes);
    lines.unshift(first);
    for (const line of lines) {
      line.classList.add("line");
      if (unicodeBidi === "plaintext") line.style.unicodeBidi = unicodeBidi;
    }
    block.append(...lines);
    keepLooks(before);
    hyphens.forEach((is, index) => is && lines[index].classList.add("hyphenated"));
    // Indentations, which lines of their own do not have, or have where others did not.
    const now = lines.map(firstBox);
    lines.forEach((line, index) => {
      const off = starts[index] && now[index] && startOf(starts[index], isLeft) - startOf(now[index], isLeft);
      if (Math.abs(off) > 0.5) line.style.marginInlineStart = `${off}px`;
    });
  }

  /* Whether the source has a line end before a place. */
  function endsLine(block, node, offset) {
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return /\n\s*$/.test(range.toString());
  }

  function isBlock(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return false;
    const { display, position, float } = style(node);
    return !/^(inline|none|contents|ruby)/.test(display) && float === "none" && !/absolute|fixed/.test(position);
  }

  /* Break all blocks of text in an element. What is no running text, such as a row, stays one piece. */
  function breakLines(element) {
    const { display } = style(element);
    if (display === "none") return undefined;
    if (!/^(block|list-item|flow-root)$/.test(display)) return element.classList.add("piece");
    if (![...element.children].some(isBlock)) {
      if (element.textContent.trim()) breakBlock(element);
      return undefined;
    }
    const before = looks(element);
    let run = null;
    for (const child of [...element.childNodes]) {
      if (child.nodeType === Node.ELEMENT_NODE && style(child).display === "none") continue;
      if (isBlock(child)) run = null;
      else if (run || child.textContent.trim()) {
        if (!run) {
          run = document.createElement("div");
          child.before(run);
        }
        run.append(child);
      }
    }
    keepLooks(before);
    [...element.children].forEach(breakLines);
    return undefined;
  }

  readings.cut = cut;
  readings.breakLines = breakLines;
})(window.readings);
