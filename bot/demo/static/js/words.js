// The page's own words, from words/da.json and words/en.json.

/** Fetches both catalogues; they are small, and changing the language is then instant. */
export async function loadWords() {
  const [da, en] = await Promise.all(
    ["da", "en"].map(async (language) => {
      const answer = await fetch(`/static/words/${language}.json`);
      return answer.json();
    }),
  );
  return { da, en };
}

/** A function from a key and its facts to a sentence; `count` picks between .one and .other. */
export function speaker(catalogue) {
  return (key, facts = {}) => {
    const plural = facts.count === 1 ? `${key}.one` : `${key}.other`;
    const sentence = catalogue[key] ?? catalogue[plural];
    if (sentence === undefined) throw new Error(`no words for ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (hole, name) => facts[name] ?? hole);
  };
}

/** True if the catalogue has words for the key: error codes may be unknown. */
export function hasWords(catalogue, key) {
  return key in catalogue;
}
