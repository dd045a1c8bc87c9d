/** What others say of blocks: findings of the checks, errors of the form, open comments. */

/** By the id of the block: the notes that stand beside it. */
let notes = {};

/** Open comments, by the id of their block. */
function countComments() {
  const counts = new Map();
  const store = window.comments?.commentApp?.store;
  for (const comment of store?.getState().comments.comments.values() ?? []) {
    const [field, block] = comment.contentpath.split(".");
    if (field !== "body" || comment.deleted || comment.resolved) continue;
    if (comment.mode === "creating") continue;
    counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return counts;
}

/** What is to be shown of some blocks, all together. */
export class Signs {
  constructor() {
    this.comments = countComments();
  }

  ofBlock(child) {
    const found = notes[child.id] ?? [];
    const refused = child.block ? child.element.querySelectorAll(".error-message").length : 0;
    const errors = found.filter(({ severity }) => severity === "error").length + refused;
    const warnings = found.filter(({ severity }) => severity !== "error").length;
    return { errors, warnings, comments: this.comments.get(child.id) ?? 0 };
  }

  of(children) {
    const sum = { errors: 0, warnings: 0, comments: 0 };
    for (const child of children) {
      for (const [name, count] of Object.entries(this.ofBlock(child))) sum[name] += count;
    }
    return sum;
  }
}

/** Calls back whenever one of them has changed. */
export function watchSigns(tell) {
  document.addEventListener("bilan:notes", ({ detail }) => {
    notes = detail;
    tell();
  });
  const watchComments = () => {
    window.comments?.commentApp?.store.subscribe(tell);
    tell();
  };
  if (document.readyState === "complete") watchComments();
  else window.addEventListener("load", watchComments);
}
