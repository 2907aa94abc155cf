import { inviteSellerInput } from "@/lib/links/invitation-input";

const { expectedSellerId: sellerId, reference: line } = inviteSellerInput.shape;

/** What the address says of the seller to invite, as far as the form itself would take it. */
export function knownSeller({
  expectedSellerId,
  reference,
}: {
  expectedSellerId?: unknown;
  reference?: unknown;
}) {
  const [seller, name] = [sellerId.safeParse(expectedSellerId), line.safeParse(reference)];
  return {
    expectedSellerId: seller.success && seller.data ? String(seller.data) : "",
    reference: name.success ? name.data : "",
  };
}
