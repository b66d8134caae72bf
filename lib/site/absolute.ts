import { env } from "@/lib/env";

/** The whole address of a path of this installation. */
export function absolute(path: string): string {
  return new URL(path, env.APP_URL).href;
}
