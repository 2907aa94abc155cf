type Props = { code: { size: number; path: string }; label: string };

/** A QR code, drawn in place; black on white in both themes, because that is what cameras read. */
export function Qr({ code: { size, path }, label }: Props) {
  return (
    <svg
      aria-label={label}
      className="qr"
      height="180"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
      width="180"
    >
      <rect fill="#fff" height={size} width={size} />
      <path d={path} fill="#000" />
    </svg>
  );
}
