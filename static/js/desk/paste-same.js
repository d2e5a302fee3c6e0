/* Finds a pasted person among the rows of the form: names are one where they differ by capitals, spaces or the place of
   a tone alone ("Hoà", "Hòa"). Two rows without names are one where their posts are. */
(() => {
  "use strict";
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

  function key(words) {
    const syllables = (words || "").normalize("NFD").toLowerCase().split(/[\s.,;]+/).filter(Boolean);
    return syllables.map((each) => each.replace(TONES, "").normalize("NFC") + (each.match(TONES) || []).join("")).join(" ");
  }

  const cell = (row, name) => row.querySelector(`[name^="attendees-"][name$="-${name}"]`);
  const text = (row, name) => (cell(row, name) || { value: "" }).value;

  /* A name typed in small letters is read as a post. */
  function isSame(one, other) {
    const who = key(one.name || one.position);
    return Boolean(who) && who === key(other.name || other.position);
  }

  window.isSameAttendee = isSame;
  window.sameAttendee = (values) => {
    const rows = document.querySelectorAll('[data-rows="attendees"] [data-row]:not([data-blank], .is-gone)');
    return [...rows].find((row) => isSame({ name: text(row, "name"), position: text(row, "position") }, values));
  };

  function set(row, name, value) {
    const input = cell(row, name);
    if (!input || !value || input.value === value) return;
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* What the passage says of presence; a post, a role, a number that the form has stay. Whoever came has no reason. */
  window.updateAttendee = (row, values) => {
    if (values.presence && values.presence !== "unknown") set(row, "presence", values.presence);
    ["reason", "delegate"].forEach((name) => set(row, name, values[name]));
    ["position", "headcount"].forEach((name) => { if (!text(row, name)) set(row, name, values[name]); });
    row.dispatchEvent(new CustomEvent("desk:renumber", { bubbles: true }));
    return "known";
  };
})();
