import "./enrollment.css";

/** The whole of it: what stands here is what queries give to instructors. */
export function WhatIsSeen() {
  return (
    <div className="flow">
      <p>The instructors of this cohort see:</p>
      <ul className="dots prose">
        <li>your name, your group in the cohort, and since when you are in it</li>
        <li>your progress: the state of every item, when it changed, and its proof level</li>
        <li>the evidence you hand in, its reviews, and the messages they write to you</li>
        <li>when you were last active</li>
        <li>that you are under 18, if you say so</li>
      </ul>
      <p>They do not see your e-mail address, your drafts, or the other cohorts that you are in. Other learners see none of this.</p>
      <p>When you leave, they see nothing from the next moment on, and your progress stays with you.</p>
    </div>
  );
}
