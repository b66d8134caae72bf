"use client";

import { useEffect, useRef, type ComponentProps } from "react";

/** What a link of the same page opens: takes the focus when it appears. Next scrolls to it and leaves the focus where it was. */
export function Opened(props: ComponentProps<"div">) {
  const part = useRef<HTMLDivElement>(null);
  // The document's focus.
  useEffect(() => part.current?.focus({ preventScroll: true }), []);
  return <div ref={part} tabIndex={-1} {...props} />;
}
