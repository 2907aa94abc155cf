import { createHash } from "node:crypto";
import { env } from "../env";

type Seller = { sellerId: number; shopName: string; contactEmail: string; createdAt: Date };

const legalForms = ["SARL", "SAS", "SA", "EURL", "GmbH"];

/**
 * A seller account as `GET /sellers` shows it. What our own row does not know is made up, and always the same for
 * the same SellerId.
 */
export function describeSeller(seller: Seller) {
  const { sellerId, shopName, contactEmail } = seller;
  const dice = createHash("sha256").update(`seller ${sellerId}`).digest();
  const made = seller.createdAt.toISOString().replace(/\.\d+Z$/, "Z");
  const siret = makeSiret(dice);
  const api = `${env().SELLER_API_URL}/sellers`;
  return {
    seller_id: sellerId,
    login: `seller${sellerId}`,
    api_login: `seller${sellerId}-api`,
    creation_date: made,
    shop_name: shopName,
    shop_url: `https://shops.example/${sellerId}`,
    siret_number: siret,
    last_update_date: made,
    delivery_modes: { href: `${api}/delivery-modes` },
    subscription: { href: `${api}/subscriptions` },
    email: contactEmail,
    sales_advices_email: contactEmail,
    seller_state: "Activated",
    seller_sub_state: "ActiveSeller",
    subscription_step: "Finished",
    auto_accept_order: dice.readUInt8(0) % 2 === 0,
    fulfillment_profile_id: 1 + (dice.readUInt16BE(1) % 900),
    seller_legal_information: {
      siret,
      company_name: shopName,
      legal_form: legalForms[dice.readUInt8(3) % legalForms.length],
      share_capital: 1000 * (1 + (dice.readUInt8(4) % 100)),
    },
    language: "fr",
  };
}

/** Fourteen digits with a right check digit (Luhn), from a range that no real company has. */
function makeSiret(dice: Buffer) {
  const body = `000${String(dice.readUIntBE(5, 6) % 10 ** 10).padStart(10, "0")}`;
  const sum = [...body].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
