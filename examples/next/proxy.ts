import { type NextRequest, NextResponse } from "next/server";

/** Every page ends with a slash, those whose slug has dots too (`/services/adresse.data.gouv.fr/`). */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (pathname.endsWith("/")) return NextResponse.next();
  return NextResponse.redirect(new URL(`${pathname}/${search}`, request.url), 308);
}

export const config = {
  // All but files: those of Next, of public/, and of Bilan.
  matcher: "/((?!_next/|media/|documents/|sitemap\\.xml|robots\\.txt|panel\\.js|apercu\\.js|icon\\.svg|.*\\.csv$).*)",
};
