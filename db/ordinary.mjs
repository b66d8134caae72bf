/**
 * What holds for every statement that a request waits for. Times are milliseconds. What is asked for is mostly in memory: by its own figure
 * for disks that turn, the planner reads all users of an installation for one large cohort.
 */
export const ORDINARY = { statement_timeout: 5_000, lock_timeout: 2_000, random_page_cost: 1.1 };
