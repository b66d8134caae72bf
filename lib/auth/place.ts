import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { hashToken } from "@/db/queries/accounts";
import { deviceCookie } from "./cookie";
import { deviceOf } from "./device";

/** Where the request comes from, as the server that took it says. */
export async function findAddress(): Promise<string> {
  return (await headers()).get("x-milepost-address") ?? "unknown";
}

/** The hash of the device’s cookie; null on a device where nobody signed in yet. */
export async function findDeviceHash(): Promise<string | null> {
  const id = (await cookies()).get(deviceCookie.name)?.value;
  return id ? hashToken(id) : null;
}

/** What is kept of the device on which somebody signs in. It is known again from now on. */
export async function rememberDevice(): Promise<{ device: string | null; deviceHash: string }> {
  const jar = await cookies();
  const id = jar.get(deviceCookie.name)?.value ?? randomBytes(32).toString("base64url");
  jar.set(deviceCookie.name, id, deviceCookie.options);
  return { device: deviceOf((await headers()).get("user-agent")), deviceHash: hashToken(id) };
}
