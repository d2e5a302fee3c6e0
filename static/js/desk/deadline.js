/* Reads the deadline back under its box as it is typed: "thứ Sáu, còn 357 ngày". The server says the same words. */
(function () {
  "use strict";
  const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
  const DIGITS = /^(?:ngày )?(\d{1,2})(?: ?[/.\-] ?| )(\d{1,2})(?:(?: ?[/.\-] ?| )(\d{4}|\d{2}))?$/i, RUN = /^(\d\d)(\d\d)(\d{4}|\d\d)$/;
  const NAMED = { "hôm qua": -1, "hôm nay": 0, "ngày mai": 1, "mai": 1, "ngày kia": 2 };
  const WITHIN = /(?<![0-9/])(?:(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})|(\d{1,2}) tháng (\d{1,2})(?: năm |\/)((?:19|20)\d{2}))(?!\d)/i;
  const two = (number) => String(number).padStart(2, "0");

  function wrong(day, month, year) {
    if (month < 1 || month > 12) return `Không có tháng ${month}. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 28/02/2021.`;
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (day < 1) return "Không có ngày 0.";
    return day > last ? `Tháng ${month < 3 ? two(month) : Number(month)}/${year} chỉ có ${last} ngày.` : "";
  }

  const today = () => Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()) + "T00:00:00Z");

  /* A day without a year is the next one from the day of the session on, where that is past. */
  const start = () => {
    const [day, month, year] = (document.getElementById("id_held_on")?.value || "").split("/").map(Number);
    return Math.min(today(), Date.UTC(year, month - 1, day) || today());
  };

  function distance(date) {
    const left = Math.round((date - today()) / 86400000);
    return left > 0 ? `còn ${left} ngày` : left ? `đã qua ${-left} ngày` : "hôm nay";
  }

  function read(typed) {
    const words = typed.trim().replace(/\s+/g, " ").replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
    const named = NAMED[words.toLowerCase()];
    if (named !== undefined) return said(new Date(today() + named * 86400000), true);
    const digits = RUN.exec(words) || DIGITS.exec(words), found = digits || WITHIN.exec(words);
    if (!found) return { said: words && "bằng chữ, không tính quá hạn" };
    let [day, month, year] = found.slice(1).filter(Boolean).map(Number);
    const short = year === undefined;
    if (year < 100) year += 2000;
    if (short) {
      year = new Date(start()).getUTCFullYear();
      if (Date.UTC(year, month - 1, day) < start()) year += 1;
    }
    const fault = wrong(day, month, year);
    if (fault) return { said: fault, fault: true };
    return said(new Date(Date.UTC(year, month - 1, day)), short || !digits || RUN.test(words));
  }

  function said(date, whole) {
    const day = whole ? `hạn ${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}, ` : "";
    return { said: `${day}${WEEKDAYS[date.getUTCDay()]}, ${distance(date.getTime())}` };
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
