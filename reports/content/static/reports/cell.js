/** A cell of a table, as reports/core/document/table.py stores it. */

/** @typedef {string | { raw: string, read_as?: string, url?: string }} Cell */

/** @param {Cell} cell */
export const textOf = (cell) => (typeof cell === "string" ? cell : cell.raw);
