/** What others need for the same kind of page, measured in November 2026 on two cores: the page under the same phone. */
export const PEERS = [
  { name: "Moodle 4.5.6, course page", requests: 28, kib: 1285, scriptKib: 846, fcp: 4300, lcp: 11_400, tbt: 1300, nodes: 4234 },
  { name: "roadmap.sh, back-end roadmap (March 2026)", requests: 162, kib: 808, scriptKib: 666, fcp: 1300, lcp: 1600, tbt: 2100, nodes: null },
];
