/** The body of the report that is edited, once the editor has made it. A page without one has none. */

export let body;

export function setBody(stream) {
  body = stream;
}
