/* Reads the deadline back under its box as it is typed: "thứ Sáu, còn 357 ngày". The server says the same words. */
(function () {
  "use strict";
  const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
  const DIGITS = /^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4})$/;
  const WITHIN = /(?<![0-9/])(?:(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})|(\d{1,2}) tháng (\d{1,2})(?: năm |\/)((?:19|20)\d{2}))(?!\d)/i;
  const two = (number) => String(number).padStart(2, "0");

  function wrong(day, month, year) {
    if (month < 1 || month > 12) return `Không có tháng ${month}. Hãy ghi ngày trước, tháng sau, ví dụ 28/02/2021.`;
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (day < 1) return "Không có ngày 0.";
    return day > last ? `Tháng ${two(month)}/${year} chỉ có ${last} ngày.` : "";
  }

  function distance(date) {
    const now = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
    const left = Math.round((date - Date.parse(`${now}T00:00:00Z`)) / 86400000);
    return left > 0 ? `còn ${left} ngày` : left ? `đã qua ${-left} ngày` : "hôm nay";
  }

  function read(typed) {
    const words = typed.trim().replace(/\s+/g, " ").replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
    const digits = DIGITS.exec(words), found = digits ? WITHIN.exec(digits.slice(1).join("/")) : WITHIN.exec(words);
    if (!found) return { said: words && "bằng chữ, không tính quá hạn" };
    const [day, month, year] = found.slice(1).filter(Boolean).map(Number);
    const fault = wrong(day, month, year);
    if (fault) return { said: fault, fault: true };
    const date = Date.UTC(year, month - 1, day);
    const named = digits ? "" : `hạn ${two(day)}/${two(month)}/${year}, `;
    return { said: `${named}${WEEKDAYS[new Date(date).getUTCDay()]}, ${distance(date)}` };
  }

  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.matches("[data-deadline]") || event.isComposing) return;
    const field = box.closest(".field"), line = field.parentNode.querySelector("[data-read-back]");
    const { said, fault } = read(box.value);
    line.textContent = said;
    line.classList.toggle("is-fault", Boolean(fault));
    box.setAttribute("aria-invalid", String(Boolean(fault)));
    field.querySelectorAll(".errorlist").forEach((each) => each.remove());
    field.classList.remove("has-error");
  });
})();
