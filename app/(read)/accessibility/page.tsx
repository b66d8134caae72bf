import type { Metadata } from "next";
import { REVIEWED, sayDate } from "@/lib/reference/source";

export const metadata: Metadata = {
  title: "Accessibility",
  description: "How Milepost was tested for people with disabilities, what was not tested, and how to report a barrier.",
};

export default function AccessibilityPage() {
  return (
    <>
      <header className="flow">
        <h1>Accessibility</h1>
        <p className="lead">Milepost is meant to work with a thumb, with a keyboard, with a screen reader, in the dark and on paper.</p>
      </header>
      <section className="flow" aria-labelledby="done">
        <h2 id="done">How it is made</h2>
        <ul className="bullets">
          <li>every state of an item differs in shape and in words, never in colour alone</li>
          <li>every picture has the same facts beside it as a list or a table</li>
          <li>text has a contrast of at least 4.5 to 1, and borders of controls at least 3 to 1, in light and dark</li>
          <li>buttons and boxes are at least 44 pixels high, and focus is always visible</li>
          <li>nothing moves by itself</li>
          <li>the search opens with a button, with Ctrl and K, or with the key /, which is left alone while you type into a field</li>
          <li>pages follow the light or dark setting of your device, and print in black on white</li>
        </ul>
      </section>
      <section className="flow" aria-labelledby="tested">
        <h2 id="tested">What is tested</h2>
        <p className="prose">By automatic tests that run before a version is released:</p>
        <ul className="bullets">
          <li>every kind of page with axe, which finds common faults, in light and dark</li>
          <li>a journey by keyboard alone: searching, finding an item, ticking it, and making an account</li>
          <li>the same pages at widths from 320 to 1280 pixels: nothing is wider than the screen</li>
        </ul>
      </section>
      <section className="flow" aria-labelledby="untested">
        <h2 id="untested">What is not tested</h2>
        <ul className="bullets">
          <li>no person with a disability has tested it yet</li>
          <li>no screen reader was used by hand: what they are told was checked only by program</li>
          <li>voice control, switches and screen magnifiers were not tried</li>
          <li>no outside audit was made, and conformance with WCAG is not claimed</li>
        </ul>
        <p className="prose">axe finds only a part of all faults. If something stands in your way, it is a fault of ours.</p>
      </section>
      <section className="flow" aria-labelledby="report">
        <h2 id="report">To report a barrier</h2>
        <p className="prose">
          Tell whoever runs this installation: your school, your company or the person who gave you this address. Say which page it was, what you wanted to do,
          and which browser and aids you use.
        </p>
      </section>
      <p className="text-sm text-soft">This page describes the software as of {sayDate(REVIEWED)}.</p>
    </>
  );
}
