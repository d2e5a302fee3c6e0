// Hashes the chosen or dropped file in the browser, so that it need not be sent; without SubtleCrypto the form sends it.
const form = document.querySelector("[data-verify]");
const input = form.querySelector("input[type=file]");
const said = form.querySelector("[data-said]");
const hashesHere = Boolean(window.crypto?.subtle);
const say = (words) => { said.textContent = words; };

async function check(file) {
  if (file.size > Number(form.dataset.verify)) return say(`Tệp “${file.name}” lớn quá, không kiểm tra ở đây được.`);
  say(`Đang tính mã của “${file.name}”…`);
  if (!hashesHere) return form.submit();
  try {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    say("Đã tính xong, đang tra…");
    location.assign(`${form.action}?ma=${hex}`);
  } catch {
    say(`Không đọc được “${file.name}”. Đề nghị chọn lại tệp.`);
  }
}

function drop(event) {
  const files = event.dataTransfer.files;
  event.preventDefault();
  form.classList.remove("drop--over");
  if (files.length === 0) return;
  if (files.length > 1) return say("Mỗi lần chỉ kiểm tra được một tệp.");
  if (!hashesHere) input.files = files;
  check(files[0]);
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("drop--over");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("drop--over");
});
document.addEventListener("drop", drop);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (input.files.length) check(input.files[0]);
});
window.addEventListener("pageshow", () => say(""));

form.querySelector("[data-script]").hidden = false;
form.querySelector("[data-here]").hidden = !hashesHere;
form.querySelector("[data-sent]").hidden = hashesHere;
