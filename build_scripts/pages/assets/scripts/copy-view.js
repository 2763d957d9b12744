/* Copies the address of the page with all that is chosen in the panels. */

(readings => {
  "use strict";

  readings.copyView = async button => {
    const field = document.createElement("textarea");
    field.value = readings.view.address();
    button.after(field); // in the panel, because nothing else can be selected while it is open
    await readings.copyFrom(field);
    field.remove();
    button.focus();
    const status = button.nextElementSibling;
    status.textContent = status.dataset.copied;
  };
})(window.readings);
