/** A SellerId header that can be used, or the code of what is wrong with it. */
export type SellerIdHeader =
  | { ok: true; sellerId: number }
  | { ok: false; code: "seller_id_missing" | "seller_id_duplicate" | "seller_id_malformed" };

/** Reads the SellerId header: exactly one, 1 to 12 ASCII digits, no leading zero. */
export function readSellerId(values: string[]): SellerIdHeader {
  if (values.length > 1) return { ok: false, code: "seller_id_duplicate" };
  const [value = ""] = values;
  if (value === "") return { ok: false, code: "seller_id_missing" };
  if (!/^[1-9][0-9]{0,11}$/.test(value)) return { ok: false, code: "seller_id_malformed" };
  return { ok: true, sellerId: Number(value) };
}
