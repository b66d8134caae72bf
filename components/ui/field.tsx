"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFieldError } from "./form-errors";
import { Icon } from "./icon";

type Said = { id: string; label: string; hint?: string; error?: string };

/** One labelled input. The error stands beside it and is read with it. */
export function Field({ id, label, hint, error, ...input }: ComponentProps<"input"> & Said) {
  return (
    <Labelled id={id} name={input.name ?? id} label={label} hint={hint} error={error}>
      {(described) => <input id={id} name={id} {...described} {...input} />}
    </Labelled>
  );
}

export function TextArea({ id, label, hint, error, ...area }: ComponentProps<"textarea"> & Said) {
  return (
    <Labelled id={id} name={area.name ?? id} label={label} hint={hint} error={error}>
      {(described) => <textarea id={id} name={id} rows={4} {...described} {...area} />}
    </Labelled>
  );
}

/** The choices are its `option` children. */
export function Choice({ id, label, hint, error, ...select }: ComponentProps<"select"> & Said) {
  return (
    <Labelled id={id} name={select.name ?? id} label={label} hint={hint} error={error}>
      {(described) => <select id={id} name={id} {...described} {...select} />}
    </Labelled>
  );
}

type Described = { "aria-invalid"?: true; "aria-describedby"?: string };

function Labelled({ id, name, label, hint, error, children }: Said & { name: string; children: (described: Described) => ReactNode }) {
  const ofForm = useFieldError(name);
  const wrong = error ?? ofForm;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="text-sm text-soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ "aria-invalid": wrong ? true : undefined, "aria-describedby": described || undefined })}
      {wrong && (
        <p className="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
    </div>
  );
}
