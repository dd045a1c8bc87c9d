/** All that can be done to a section in the outline, as its menu shows it, and the keys that do the same. */

/** By their names in `Acts`: what they are called, their icon, their keys. */
const entries = [
  ["moveUp", "Monter la section", "arrow-up", "Alt + Maj + ↑"],
  ["moveDown", "Descendre la section", "arrow-down", "Alt + Maj + ↓"],
  ["raise", "Hausser d’un niveau", "arrow-left", "Alt + Maj + ←"],
  ["lower", "Abaisser d’un niveau", "arrow-right", "Alt + Maj + →"],
  ["duplicate", "Dupliquer", "copy", ""],
  ["copy", "Copier, pour coller ailleurs", "clipboard-list", ""],
  ["delete", "Supprimer", "bin", "Suppr"],
];

export const SECTION_MENU = { label: "Actions sur la section", entries };

const KEYS = { ArrowUp: "moveUp", ArrowDown: "moveDown", ArrowLeft: "raise", ArrowRight: "lower" };

/** The act that keys ask for, if they ask for one. */
export const actOfKeys = ({ altKey, shiftKey, ctrlKey, metaKey, key }) =>
  altKey && shiftKey && !ctrlKey && !metaKey ? KEYS[key] : undefined;
