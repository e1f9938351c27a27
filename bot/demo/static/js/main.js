// Starts the page.

import { draw } from "./app.js";
import { ROOMY } from "./guide.js";
import { listenToKeys } from "./keys.js";
import { createPage } from "./page.js";
import { keepInStep } from "./sync.js";
import { recall } from "./taste.js";
import { loadWords } from "./words.js";

const root = document.getElementById("page");
const page = createPage(await loadWords(), (current) => draw(current, root));
recall(page);
keepInStep(page);
listenToKeys(page);
ROOMY.addEventListener("change", () => page.redraw());
await page.start();
