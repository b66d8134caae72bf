export function Footer() {
  return (
    <footer className="foot wrap">
      <p>Milepost shows what you say you have done and what is proven, and never mixes the two.</p>
    </footer>
  );
}
