// Stands for `next/cache`, which works inside Next.js alone: prints what is made stale.
export function revalidateTag(tag, profile) {
  process.stdout.write(`${tag} ${profile}\n`);
}
