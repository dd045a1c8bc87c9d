/**
 * The dialog that says what a paste becomes before it is taken: each block in words, and what was left
 * out. It closes with what was decided: "insert", "text", or nothing.
 */

const template = document.createElement("template");
template.innerHTML = `
  <dialog class="bilan-paste" aria-labelledby="bilan-paste-title">
    <h2 class="w-h3" id="bilan-paste-title">Coller dans le bilan</h2>
    <p role="status" class="bilan-paste__status">Lecture de ce qui est copié…</p>
    <div class="bilan-paste__found" tabindex="0" role="group" aria-label="Ce que devient ce qui est collé" hidden>
      <ol class="bilan-paste__lines"></ol>
      <div class="bilan-paste__notices" hidden>
        <h3 class="w-h4">À regarder</h3>
        <ul></ul>
      </div>
    </div>
    <p class="bilan-paste__actions">
      <button type="button" class="button" value="insert" hidden>Insérer</button>
      <button type="button" class="button button-secondary" value="text" hidden>Coller comme texte ici</button>
      <button type="button" class="button button-secondary" value="">Annuler</button>
    </p>
  </dialog>`.trim();

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export class PasteDialog {
  /** @param decide is called with what was decided, once */
  constructor(decide) {
    this.dialog = template.content.firstElementChild.cloneNode(true);
    this.status = this.dialog.querySelector("[role=status]");
    this.dialog.addEventListener("click", ({ target }) => {
      if (!target.matches("button")) return;
      // the click may have left a selection beside the text, in which its editor looks for its own blocks
      window.getSelection().removeAllRanges();
      this.dialog.close(target.value);
    });
    this.dialog.addEventListener("cancel", () => (this.dialog.returnValue = ""));
    this.dialog.addEventListener("close", () => {
      this.dialog.remove();
      decide(this.dialog.returnValue);
    });
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  get isOpen() {
    return this.dialog.open;
  }

  button(value) {
    return this.dialog.querySelector(`button[value="${value}"]`);
  }

  /** @param answer of the server @param isInText whether the words may stand in one text instead */
  show({ lines, notices }, isInText) {
    const many = lines.length > 1;
    this.status.textContent = many
      ? `Ce que vous collez devient ${lines.length} blocs :`
      : "Ce que vous collez devient un bloc :";
    this.dialog.querySelector("ol").append(
      ...lines.map(({ label, text, parts }) =>
        element(
          "li",
          "",
          element("strong", "", label),
          parts ? ` (${parts})` : "",
          text ? "\u202f: " : "",
          element("span", "bilan-paste__text", text),
        ),
      ),
    );
    if (notices.length) {
      const box = this.dialog.querySelector(".bilan-paste__notices");
      box.querySelector("ul").append(...notices.map((notice) => element("li", "", notice)));
      box.hidden = false;
    }
    this.dialog.querySelector(".bilan-paste__found").hidden = false;
    this.button("text").hidden = !isInText;
    const insert = this.button("insert");
    insert.textContent = many ? `Insérer les ${lines.length} blocs` : "Insérer le bloc";
    insert.hidden = false;
    insert.focus();
  }

  refuse(sentence, isInText) {
    this.status.textContent = sentence;
    this.status.setAttribute("role", "alert");
    this.button("text").hidden = !isInText;
    this.button("").textContent = "Fermer";
    this.button("").focus();
  }
}
