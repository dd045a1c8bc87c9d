/**
 * What belongs to the head of a table's row: the record that it refers to, its printed link, and
 * the note that is printed after it.
 */
(() => {
  "use strict";

  const { create } = window.bilan;

  /** What a row may refer to. */
  const KINDS = { indicator: "Indicateur", service: "Service" };

  /** What a note keeps of its HTML while it is edited. */
  const INLINE = ["a", "abbr", "b", "br", "code", "em", "i", "span", "strong", "sub", "sup"];
  const ATTRIBUTES = ["dir", "href", "hreflang", "id", "lang", "linktype", "title"];
  const ADDRESS = /^(https?:|mailto:|tel:|[/#])/;

  /** A stored note as nodes that can do no harm in the admin, whoever wrote it. */
  function harmless(html) {
    const copy = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return [node.data];
      const children = [...node.childNodes].flatMap(copy);
      if (!INLINE.includes(node.localName)) return children;
      const kept = create(node.localName, {}, ...children);
      for (const { name, value } of node.attributes) {
        if (!ATTRIBUTES.includes(name) || (name === "href" && !ADDRESS.test(value))) continue;
        kept.setAttribute(name, value);
      }
      return [kept];
    };
    return copy(new DOMParser().parseFromString(html, "text/html").body);
  }

  const words = (html) => create("p", {}, ...harmless(html)).textContent.trim();

  /** The inputs of a row's details; `data-key` says which key of the row each one writes. */
  function details(row, kind) {
    const text = (key) =>
      create("input", { type: "text", value: row[key] ?? "", "data-key": key });
    const note = create("div", { role: "textbox", ariaLabel: "Note", "data-key": "note" });
    note.setAttribute("contenteditable", "plaintext-only"); // its links stay, only words come in
    note.append(...harmless(row.note ?? ""));
    const fields = [
      create("label", {}, "Lien de l’intitulé", text("url")),
      create("div", {}, "Note, imprimée après l’intitulé", note),
    ];
    if (kind) {
      const reference = text("ref");
      reference.setAttribute("list", `bilan-${kind}`);
      fields.unshift(create("label", {}, `${KINDS[kind]} (clé du référentiel)`, reference));
    }
    return create("div", { className: "bilan-table__details" }, ...fields);
  }

  /** What an input of the details says, as it is stored. */
  function stored(input) {
    if (input.dataset.key !== "note") return input.value.trim();
    return words(input.innerHTML) && input.innerHTML.trim();
  }

  /** What is said of a row below its head, line by line. */
  function about({ ref, note, url }, kind, names) {
    const said = [
      kind && `${KINDS[kind]} : ${names.get(ref) ?? (ref || "aucun")}`,
      note && `Note : ${words(note)}`,
      url && `Lien : ${url}`,
    ];
    return said.filter(Boolean).map((text) => create("span", { textContent: text }));
  }

  /** The names of all records of a kind by key: fetched and offered as choices once per page. */
  function records(kind, url) {
    records[kind] ??= fetch(url)
      .then((response) => response.json())
      .then((found) => {
        const options = found.map(({ key, name }) => new Option(name, key));
        document.body.append(create("datalist", { id: `bilan-${kind}` }, ...options));
        return new Map(found.map(({ key, name }) => [key, name]));
      })
      .catch(() => new Map()); // a key can be typed without them
    return records[kind];
  }

  Object.assign(window.bilan, { about, details, records, stored });
})();
