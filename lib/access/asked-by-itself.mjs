const BOARD = /^\/api\/cohorts\/[^/?]+\/changes(?:\?|$)/;

/**
 * Whether a page asks for this by itself, and waits until there is something to answer, perhaps with nobody before it: it takes no place from
 * those who work, and keeps no session from running out.
 * @param {string} address
 */
export const isAskedByItself = (address) => BOARD.test(address);
