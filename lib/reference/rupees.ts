const RUPEES = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR", maximumFractionDigits: 0 });
const LAKH = 100_000;

/** “₹3,00,000” */
export function sayRupees(amount: number): string {
  return RUPEES.format(amount);
}

/** “3 lakh”: an amount in rupees, to one decimal of a lakh. */
export function sayLakh(amount: number): string {
  return `${Number((amount / LAKH).toFixed(1))}\u00a0lakh`;
}
