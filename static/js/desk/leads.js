/* Several units that lead one directive part it into tasks, one for each: a task has one owner and one deadline. The
   button beside the unit that leads does it; the words of the directive stay above them. */
(function () {
  "use strict";
  const tree = window.rowTree;
  const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);

  function offer(row) {
    const lead = cell(row, "lead_unit");
    if (!lead || row.querySelector(".more-leads")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more-leads";
    button.textContent = "+ nơi chủ trì";
    button.title = "Nhiều nơi cùng chủ trì: mỗi nơi thành một việc riêng, có thời hạn riêng";
    lead.parentNode.append(button);
  }

  function under(row, values, focus) {
    const detail = { prefix: row.closest("[data-rows]").dataset.rows, values };
    document.dispatchEvent(new CustomEvent("desk:add-row", { detail }));
    tree.block(row).at(-1).after(detail.row);
    tree.place(detail.row, row);
    detail.row.dispatchEvent(new CustomEvent("desk:renumber", { bubbles: true }));
    if (focus) cell(detail.row, "lead_unit").closest(".cell").querySelector(".select2-selection, select").focus();
  }

  function part(row) {
    const head = tree.head(row) || row, lead = cell(row, "lead_unit"), chosen = lead.selectedOptions[0];
    const said = { task: cell(row, "task").value, due: cell(row, "due").value };
    if (head === row && chosen && chosen.value) {
      under(row, { ...said, lead_unit: { id: chosen.value, text: chosen.textContent } });
      chosen.selected = false;
      chosen.remove();
      lead.dispatchEvent(new Event("change", { bubbles: true }));
      cell(row, "due").value = "";
      cell(row, "due").dispatchEvent(new Event("input", { bubbles: true }));
    }
    under(head, said, true);
    document.dispatchEvent(new CustomEvent("desk:say", { detail: "Đã tách thành việc riêng của từng nơi chủ trì; hãy chọn đơn vị." }));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".more-leads");
    if (button) part(button.closest("[data-row]"));
  });
  document.addEventListener("formset:added", (event) => offer(event.target));
  document.querySelectorAll("[data-rows=directives] [data-row]").forEach(offer);
})();
