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
        <li>when you were last active, and the hours per week of your plan</li>
        <li>if you let them, under Applications: how many applications you have at each stage, and nothing else of them</li>
      </ul>
      <p className="prose">They do not see your e-mail address, your drafts, or the other cohorts that you are in.</p>
      <p className="prose">
        Other learners of the cohort see only what you hand in for the items that a peer may confirm, with your name. An admin of this installation can see what the instructors see, without those counts; that they looked
        is written down.
      </p>
      <p className="prose">When you leave, instructors and learners see nothing of it from the next moment on, and your progress stays with you.</p>
    </div>
  );
}
