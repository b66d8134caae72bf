export function sayDays(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

export function sayHours(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}
