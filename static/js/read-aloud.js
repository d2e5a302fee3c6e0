// Reads the page aloud, where the browser has a Vietnamese voice; elsewhere its button stays hidden.
const button = document.querySelector("[data-read]");
const READ = ".session h1, .session__lead p, .item__title, .item__words, .prose p, .task__words";
const speech = window.speechSynthesis;

function voice() {
  return speech.getVoices().find((each) => each.lang.toLowerCase().startsWith("vi"));
}

function showWhereItWorks() {
  button.hidden = !voice();
}

function stop() {
  speech.cancel();
  button.textContent = "Nghe";
}

function read() {
  button.textContent = "Dừng";
  const said = [...document.querySelectorAll(READ)].map((each) => each.textContent.trim()).filter(Boolean);
  said.forEach((words, place) => {
    const part = new SpeechSynthesisUtterance(words);
    part.lang = "vi-VN";
    part.voice = voice();
    if (place === said.length - 1) part.addEventListener("end", stop);
    speech.speak(part);
  });
}

if (button && speech) {
  button.addEventListener("click", () => (speech.speaking ? stop() : read()));
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", showWhereItWorks);
  showWhereItWorks();
}
