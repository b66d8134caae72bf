/** The whole of it: what stands here is what queries give to instructors. */
export function WhatIsSeen() {
  return (
    <div className="flow">
      <p>The instructors of this cohort see:</p>
      <ul className="bullets">
        <li>your name, your group in the cohort, and since when you are in it</li>
        <li>your progress: the state of every item, when it changed, and its proof level</li>
        <li>the evidence you hand in, its reviews, and the messages they write to you</li>
        <li>when you were last active: when you last recorded something or handed in evidence; and the hours per week of your plan</li>
        <li>
          their list of who is stuck: it names you when a rule of the cohort applies, with the item, the days and counts it rests on, and what they noted about it. You are not on it while you
          are under 18 and the consent of your parents is not on record
        </li>
        <li>private notes that they write about you; you do not see them</li>
        <li>waivers: the items that they say you need not do or know already, and why; you see those that stand, on your page of the cohort and on your plan</li>
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
