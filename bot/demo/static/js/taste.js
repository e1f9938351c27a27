// Choices about the look of the page that the browser remembers: colours, language, guide.

const KEY = "referent.taste";

/** Makes the choices and remembers them. */
export function keep(page, choices) {
  const { language, ...rest } = choices;
  page.set(rest);
  if (language) page.speak(language);
  apply(page);
  const { theme, guide } = page.ui;
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme, guide, language: page.ui.language }));
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

/** Takes up what was chosen earlier; without any, narrow screens start with the short guide. */
export function recall(page) {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    kept = {};
  }
  page.ui.theme = kept.theme ?? "auto";
  page.ui.guide = matchMedia("(min-width: 1181px)").matches ? (kept.guide ?? "open") : "strip";
  page.speak(kept.language ?? "da");
  apply(page);
}

function apply(page) {
  const { theme } = page.ui;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
