/* Rows that stand under another: each task names its directive in the cell "under", as the server does
   (desk/screen/tree.py). A directive and its tasks are one block; a row's head changes only when that row itself moves. */
(function () {
  "use strict";
  const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const all = (row) => [...row.parentNode.querySelectorAll(":scope > [data-row]")];
  const live = (row) => all(row).filter((each) => !each.classList.contains("is-gone"));

  /* A stored row by its key, a new one by "+" and its place. */
  function key(row) {
    const stored = [...row.querySelectorAll("input[type=hidden]")].find((each) => /-\d+-id$/.test(each.name));
    return (stored && stored.value) || `+${row.id.replace(/^.*-/, "")}`;
  }

  const under = (row) => (cell(row, "under") ? cell(row, "under").value : "");
  const head = (row) => all(row).find((each) => under(row) && key(each) === under(row)) || null;
  const tasks = (row) => all(row).filter((each) => under(each) && under(each) === key(row));
  const block = (row) => [row, ...tasks(row)];

  function place(row, over) {
    cell(row, "under").value = over ? key(over) : "";
    row.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* The rows that a row may change places with: directives with directives, tasks with those of the same directive. */
  const beside = (row) => live(row).filter((each) => under(each) === under(row));

  /* As the server stores them: each directive with its tasks below it. */
  function inOrder(rows) {
    const heads = rows.filter((row) => !head(row));
    return heads.flatMap((row) => [row, ...rows.filter((each) => head(each) === row)]);
  }

  window.rowTree = { key, under, head, tasks, block, place, beside, inOrder };
})();
