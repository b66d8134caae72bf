import { expect, test } from "vitest";
import { sayTrouble } from "./trouble";

test("of what came back and who is slow the commoner is named, and of equals what came back", () => {
  expect(sayTrouble({ returned: 0, slow: 0 })).toBe("–");
  expect(sayTrouble({ returned: 1, slow: 0 })).toBe("1 submission returned");
  expect(sayTrouble({ returned: 3, slow: 3 })).toBe("3 submissions returned");
  expect(sayTrouble({ returned: 1, slow: 2 })).toBe("2 people on it for too long");
  expect(sayTrouble({ returned: 0, slow: 1 })).toBe("1 person on it for too long");
});
