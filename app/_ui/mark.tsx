/** The product's sign: a chain of lamps, two of them lit. */
export function Mark() {
  return (
    <svg aria-hidden="true" className="brand-mark" fill="none" viewBox="0 0 30 22">
      <path d="M6 11h18" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="5" cy="11" fill="currentColor" r="5" />
      <circle cx="15" cy="11" fill="currentColor" r="5" />
      <circle cx="25" cy="11" fill="var(--color-surface)" r="3.75" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
