// relatives-tree is published for bundlers: its modules name each other without an ending, which Node by itself
// does not resolve.
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = "/relatives-tree/";

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith(".") || !context.parentURL?.includes(PACKAGE)) return next(specifier, context);
  const wanted = new URL(specifier, context.parentURL);
  const path = fileURLToPath(wanted);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  return next(wanted.href + (isFolder ? "/index.js" : path.endsWith(".js") ? "" : ".js"), context);
}

export async function load(url, context, next) {
  return next(url, url.includes(PACKAGE) ? { ...context, format: "module" } : context);
}
