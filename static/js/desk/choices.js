/* The lists of units that open as one types: each part named after its label, and a choice told to the other scripts. */
(function () {
  "use strict";
  const $ = window.django && window.django.jQuery;
  if (!$ || !$.fn.select2) return;
  /* After an expired log-in the answer is the log-in page: taken for a list without entries, it left the list empty, as if
     no unit were called so. Only JSON is a list; of anything else Select2 says what is said here. */
  $.ajaxPrefilter(({ url }) => (url.includes("/autocomplete/") ? "json" : undefined));
  const vietnamese = $.fn.select2.amd.require("select2/i18n/vi");
  vietnamese.errorLoading = () => `Chưa có danh sách: ${window.askDesk.LOST}`;
  const boxOf = (select) => select.parentNode.querySelector(".select2-container");

  function name(select) {
    const box = boxOf(select), label = select.labels[0];
    if (!box || !label) return;
    const words = label.textContent.trim();
    box.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field").forEach((part) => {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", words);
    });
    const typed = box.querySelector(".select2-search__field");
    if (typed) typed.placeholder = select.dataset.placeholder;
  }

  function nameAll(root) {
    setTimeout(() => root.querySelectorAll("select.admin-autocomplete").forEach(name));
  }

  /* The list of an earlier typing goes as soon as another is asked for: Enter, Tab and the mouse find nothing in it. */
  $(document).on("select2:opening", "select.admin-autocomplete", (event) => {
    const box = $(event.target).data("select2");
    if (!box || box.forgetsOldLists) return;
    box.forgetsOldLists = true;
    box.on("query", (asked) => {
      box.results.clear();
      box.results.showLoading(asked);
    });
  });

  $(document).on("change", "select.admin-autocomplete", (event) => {
    nameAll(event.target.parentNode);
    if (!event.originalEvent) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });
  $(document).on("select2:open", "select.admin-autocomplete", (event) => {
    const typed = document.querySelector(".select2-dropdown .select2-search__field");
    if (typed) typed.setAttribute("aria-label", event.target.labels[0].textContent.trim());
  });
  /* A letter typed on a closed box opens its list. The list's own field has the focus before the browser writes the letter, so
     it is typed there: nothing is written by a script, and Telex and Unikey compose as in any field. */
  document.addEventListener("keydown", (event) => {
    const closed = event.target.closest?.(".select2-container:not(.select2-container--open) .select2-selection--single");
    const isLetter = [...event.key].length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!closed || !isLetter || event.isComposing || event.keyCode === 229) return;
    $(closed.closest(".select2-container").previousElementSibling).select2("open");
    document.querySelector(".select2-dropdown .select2-search__field")?.focus();
  });
  document.addEventListener("formset:added", (event) => nameAll(event.target));
  $(() => nameAll(document));
})();
