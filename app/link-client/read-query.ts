type Raw = Record<string, string | string[] | undefined>;

/** What the page's address asks for; every part is a hint and none of them grants anything. */
export type ConsentQuery = {
  clientId: string;
  as: "partner" | "aggregator" | null;
  via: string;
  /** The token of an invitation, or the id of a request that waits for this organisation. */
  invitation: string;
};

/** Reads the address; a part that is given twice counts by its first. */
export function readQuery(raw: Raw): ConsentQuery {
  const one = (name: string) => [raw[name]].flat()[0] ?? "";
  const as = one("as");
  return {
    clientId: one("clientId").trim().slice(0, 201),
    as: as === "partner" || as === "aggregator" ? as : null,
    via: one("via").slice(0, 20),
    invitation: one("invitation").slice(0, 100),
  };
}

/** The page's own address with what was asked for, to come back to. */
export function pathOf({ clientId, as, via, invitation }: ConsentQuery) {
  const query = new URLSearchParams({
    ...(clientId && { clientId }),
    ...(as && { as }),
    ...(via && { via }),
    ...(invitation && { invitation }),
  });
  return query.size > 0 ? `/link-client?${query}` : "/link-client";
}
