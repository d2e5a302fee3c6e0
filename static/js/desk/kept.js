/* "What you typed is kept on this machine" is said only where it was looked for and is there: drafts.js leaves the name of
   the draft it has just read back, as the form was sent. */
(() => {
  "use strict";
  let kept = false;
  try {
    const place = sessionStorage.getItem("vua-giu");
    kept = Boolean(place && localStorage.getItem(place));
  } catch { /* A browser that forbids its stores keeps nothing. */ }
  for (const each of document.querySelectorAll("[data-when-kept]")) each.hidden = !kept;
  for (const each of document.querySelectorAll("[data-when-not-kept]")) each.hidden = kept;
})();
