/* Empty lines below each question, for paper: as many as are chosen in the panel “Print”. */

(readings => {
  "use strict";

  readings.onView(() => {
    const lines = +readings.view.get("print-answers") || 0;
    for (const question of document.querySelectorAll("article .entry-question")) {
      question.querySelector(".answer-lines")?.remove();
      if (!lines) continue;
      const answer = document.createElement("div");
      answer.className = "answer-lines";
      answer.ariaHidden = "true";
      answer.append(...Array.from({ length: lines }, () => document.createElement("i")));
      question.append(answer);
    }
  });
})(window.readings);
