"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 4000;
/** A page forgotten in a tab stops asking after half an hour. */
const times = 450;

/** Looks again every few seconds while somebody looks at the page; without JavaScript the link beside it does. */
export function LookAgain({ words }: { words: string }) {
  const router = useRouter();
  useEffect(() => {
    let left = times;
    const timer = setInterval(() => {
      if (left-- <= 0) clearInterval(timer);
      else if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return <span className="text-muted">{words}</span>;
}
