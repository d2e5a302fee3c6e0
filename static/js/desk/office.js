// Whoever works at the desk is not counted among the readers of the public pages.
try {
  localStorage.setItem("office", String(Date.now()));
} catch { /* without storage the office counts as anybody */ }
