/** What a link may lead to, by what is typed: an address, a section of this report, and what the server finds. */
import { findSection, findSections, toOption } from "./sections.js";

const MAX_SECTIONS = 40; // shown before anything is typed; a search shows fewer
const COMPLETE = /^(?:https?:\/\/[^/?#\s]+\S*|mailto:\S+|tel:[\d+().-]+|\/(?!\/)\S*|#\S+)$/i;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]{2,}$/;
const PHONE = /^(?:\+|0)[\d .()-]{7,}$/;
const HOST = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i;

/** The address that somebody means by what is typed; nothing where it is none. */
function toAddress(typed) {
  if (COMPLETE.test(typed)) return typed;
  if (MAIL.test(typed)) return `mailto:${typed}`;
  if (PHONE.test(typed)) return `tel:${typed.replace(/[^\d+]/g, "")}`;
  return HOST.test(typed) ? `https://${typed}` : "";
}

function toAddressOption(url) {
  const section = findSection(url);
  if (section) return toOption(section);
  return { text: url, line: "Adresse", link: () => ({ url }), title: url.replace(/^(?:mailto|tel):/, "") };
}

/** @returns what the server finds, or nothing where it does not answer: addresses and sections stay */
async function askServer(typed) {
  const url = window.wagtailConfig.ADMIN_URLS.PAGES.replace(/pages\/$/, "bilan/liens/");
  const [, report = ""] = window.location.pathname.match(/\/pages\/(\d+)\/edit\//) ?? [];
  try {
    const answer = await fetch(`${url}?${new URLSearchParams({ q: typed, bilan: report })}`);
    const { targets } = await answer.json();
    return targets.map(({ text, line, link }) => ({ text, line, link: () => link, title: text }));
  } catch (error) {
    console.error(error);
    return [];
  }
}

export async function findTargets(typed) {
  const address = toAddress(typed);
  const found = await askServer(typed);
  const sections = findSections(typed).slice(0, typed ? MAX_SECTIONS / 4 : MAX_SECTIONS);
  return [...(address ? [toAddressOption(address)] : []), ...sections, ...found];
}
