"use client";

import { createContext, useContext } from "react";

/** What was wrong with the fields of the form around, by name. */
export const FormErrors = createContext<Readonly<Record<string, string>>>({});

export function useFieldError(name: string): string | undefined {
  return useContext(FormErrors)[name];
}
