"use client";

import { createContext, use, useState } from "react";

/** What the last answer said of it; null when none did. */
export const DrawnAgain = createContext<string | null>(null);

/**
 * In an ActionForm, what its fields were drawn from, as the field `drawn`: so that the action can tell what was changed elsewhere meanwhile. It stays
 * whatever else draws the page anew, until an answer to the form itself says otherwise. So must the fields: React shows a new default in some of
 * those that nobody touched, and not in others.
 */
export function AsDrawn({ value }: { value: string }) {
  const [first] = useState(value);
  return <input type="hidden" name="drawn" value={use(DrawnAgain) ?? first} />;
}
