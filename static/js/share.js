// Copies the page's address, and hands it to the device's own way of sharing where there is one.
const share = document.querySelector("[data-share]");
if (share) {
  const address = share.dataset.share;
  const said = share.querySelector("[role=status]");
  const copy = share.querySelector("[data-copy]");
  const send = share.querySelector("[data-send]");
  if (navigator.clipboard) {
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = "Đã sao chép địa chỉ.";
      } catch {
        said.textContent = "Trình duyệt không cho sao chép. Quý vị có thể chép địa chỉ ở thanh địa chỉ.";
      }
    });
    copy.hidden = false;
  }
  if (navigator.share) {
    send.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
    send.hidden = false;
  }
}
