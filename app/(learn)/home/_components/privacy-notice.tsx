"use client";

import { ActionForm } from "@/components/ui/action-form";
import { PRIVACY_VERSION } from "@/lib/privacy/words";
import { readNotice } from "../actions";

/** Once for each version of the words on privacy. It keeps nobody from anything. `told`: the version of last time; undefined: this device does not know. */
export function PrivacyNotice({ told }: { told: string | null | undefined }) {
  if (told === undefined || told === PRIVACY_VERSION) return null;
  return (
    <div className="note flow">
      <p>
        What Milepost keeps about you, why and for how long is written down <a href="/privacy">in English</a> and{" "}
        <a href="/privacy/hi" hrefLang="hi" lang="hi">
          हिन्दी में
        </a>
        {told === null ? "." : ", and has changed since you read it."} Everything works as before whether you answer or not.
      </p>
      <ActionForm
        action={readNotice}
        button={
          <>
            <button type="submit" className="btn" name="locale" value="en">
              I have read it
            </button>
            <button type="submit" className="btn" name="locale" value="hi" lang="hi">
              मैंने पढ़ लिया है
            </button>
          </>
        }
      >
        <input type="hidden" name="version" value={PRIVACY_VERSION} />
      </ActionForm>
    </div>
  );
}
