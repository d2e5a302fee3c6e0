/* Several files at once: each file that is chosen or dropped on the section becomes a row, named after the file. Kind and
   size are looked at here before anything is sent; the server looks at the content. */
(() => {
  "use strict";
  const box = document.querySelector("[data-drop]");
  if (!box) return;
  const MEGABYTE = 1024 * 1024;
  const set = box.closest("[data-rows]"), place = set.closest("section") || set;
  const chooser = box.querySelector("input"), said = box.querySelector("[data-drop-said]"), refused = box.querySelector("[data-drop-refused]");
  const endings = box.dataset.endings.split(","), most = Number(box.dataset.mostMegabytes);
  const inRows = () => set.querySelectorAll("[data-row-body] input[type=file]");

  /* Why a file is not taken, or nothing. */
  function fault(file, isNew) {
    const name = file.name.toLowerCase();
    if (!endings.some((ending) => name.endsWith(ending))) return `loại tệp này không nhận. Nhận: ${box.dataset.words}.`;
    if (!file.size) return "tệp rỗng, không có nội dung. Hãy chọn tệp khác.";
    if (file.size > most * MEGABYTE) {
      const size = (file.size / MEGABYTE).toFixed(1).replace(".", ",");
      return `tệp nặng ${size} MB, quá mức ${most} MB. Hãy giảm cỡ ảnh trong tệp hoặc chia thành nhiều tệp.`;
    }
    if (isNew && inRows().length >= Number(box.dataset.mostFiles)) return "phiên họp này đã có đủ số tệp. Hãy nén các tài liệu còn lại vào một tệp .zip.";
  }

  const titled = (name) => name.normalize("NFC").replace(/\.[^.]*$/, "").replaceAll("_", " ").replace(/\s+/g, " ").trim();

  function take(file) {
    const added = { prefix: set.dataset.rows, values: { title: titled(file.name) } };
    document.dispatchEvent(new CustomEvent("desk:add-row", { detail: added }));
    const held = new DataTransfer();
    held.items.add(file);
    const input = added.row.querySelector("input[type=file]");
    input.files = held.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function tell(taken, faults) {
    const parts = [taken && `Đã thêm ${taken} tệp, bấm Lưu để giữ`, faults.length && `${faults.length} tệp không nhận`];
    said.textContent = `${parts.filter(Boolean).join("; ")}.`;
    refused.replaceChildren(...faults.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    refused.hidden = !faults.length;
  }

  function takeAll(files) {
    const faults = [];
    for (const file of files) {
      const why = fault(file, true);
      if (why) faults.push(`${file.name}: ${why}`);
      else take(file);
    }
    if (files.length) tell(files.length - faults.length, faults);
  }

  chooser.addEventListener("change", () => {
    takeAll([...chooser.files]);
    chooser.value = "";
  });
  /* The file of one row: refused before it is sent, too. */
  set.addEventListener("change", (event) => {
    const [file] = (event.target !== chooser && event.target.files) || [];
    const why = file && fault(file, false);
    if (!why) return;
    event.target.value = "";
    tell(0, [`${file.name}: ${why}`]);
  });

  const brings = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const isHere = (event) => place.contains(event.target);
  /* Beside the section nothing is dropped: the browser would open the file in the place of the form. */
  document.addEventListener("dragover", (event) => {
    if (!brings(event) || event.target.matches?.("input[type=file]")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isHere(event) ? "copy" : "none";
    box.classList.toggle("is-over", isHere(event));
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) box.classList.remove("is-over"); });
  document.addEventListener("drop", (event) => {
    box.classList.remove("is-over");
    if (!brings(event) || event.target.matches?.("input[type=file]")) return;
    event.preventDefault();
    if (isHere(event)) takeAll([...event.dataTransfer.files]);
  });
})();
