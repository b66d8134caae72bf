"use client";

import { createElement, useEffect, useState, type ComponentType, type ReactElement } from "react";

/** Code that most pages never need, drawn once it is wanted and has come over the network. `unreachable`: there was no connection. */
export function useLater(load: () => Promise<ComponentType>, wanted: boolean): ReactElement | "loading" | "unreachable" {
  const [state, setState] = useState<{ loaded: ComponentType | "loading" | "unreachable" }>({ loaded: "loading" });
  // The network, for the chunk; asked again each time it is wanted anew.
  useEffect(() => {
    if (!wanted) return;
    load().then(
      (loaded) => setState({ loaded }),
      (error: unknown) => {
        console.warn("A part of this page could not be fetched.", error);
        setState({ loaded: "unreachable" });
      },
    );
    // `load` is written in place: only wanting counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return typeof state.loaded === "string" ? state.loaded : createElement(state.loaded);
}
