/**
 * What the menu between two blocks lists, in order. While somebody types, it is one list, in which
 * what begins with the typed words comes before what only contains them: « graph » asks for a
 * *Graphique*, not for a *Paragraphe*.
 */

/** Words without what does not matter: accents, case, apostrophes. */
const words = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** 0 where what is typed is the name of a block, 1 where the name begins with it, and so on. */
function rank({ label }, typed) {
  const name = ` ${words(label.split("\n")[0])}`;
  const sought = words(typed);
  const begun = ` ${sought}`;
  const fits = [name === begun, name.startsWith(begun), name.includes(begun), name.includes(sought)];
  return [...fits, true].indexOf(true);
}

export class Ranking {
  /** @param groups as Wagtail's menu has them */
  constructor(groups) {
    this.all = groups;
    this.items = groups.flatMap(({ items }) => items);
    this.groups = [...groups];
    // Wagtail's menu keeps this list, and looks in it for what is typed: it must see its new order
    this.groups.flatMap = () => this.items;
  }

  sort(typed) {
    const items = this.all.flatMap((group) => group.items);
    const ranked = items.sort((one, other) => rank(one, typed) - rank(other, typed));
    const groups = typed ? [{ label: "", type: "", items: ranked }] : this.all;
    this.items.splice(0, Infinity, ...ranked);
    this.groups.splice(0, Infinity, ...groups);
  }
}
