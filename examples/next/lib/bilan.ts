import { draftMode } from "next/headers";
import { redirect } from "next/navigation";
import type { TypedDocumentString } from "@/generated/graphql";
import { readToken } from "./preview";
import { BILAN } from "./settings";

const LONGEST = 3600; // seconds that an answer is kept if no webhook says that it is old

/** Ask Bilan. The answer is kept under `tags` until a webhook names one; a draft is never kept. */
export async function ask<Answer, Variables>(
  document: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  tags: string[],
): Promise<Answer> {
  const token = (await draftMode()).isEnabled ? await readToken() : undefined;
  const kept: RequestInit = { cache: "force-cache", next: { tags: ["bilan", ...tags], revalidate: LONGEST } };
  const response = await send(document.toString(), variables, token, token ? { cache: "no-store" } : kept);
  const { data, errors } = await response.json();
  const code = errors?.[0].extensions.code;
  if (code === "PREVIEW_TOKEN_INVALID") redirect("/apercu/");
  if (code) throw new Error(`Bilan refuses: ${code}`); // Next goes on showing the page that it has
  return data;
}

/** Send a document, with a preview token in its header. */
export function send(query: string, variables: unknown, token: string | undefined, options: RequestInit) {
  return fetch(`${BILAN}/graphql/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token && { "X-Preview-Token": token }) },
    body: JSON.stringify({ query, variables }),
    ...options,
  });
}
