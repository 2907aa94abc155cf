import { flag, integer, moment, number, object, oneOf, text } from "./schema";

const link = object({ href: text });

/** The one snake_case object that `GET /sellers` answers. */
export const seller = object({
  seller_id: integer,
  login: text,
  api_login: text,
  creation_date: moment,
  shop_name: text,
  shop_url: text,
  siret_number: text,
  last_update_date: moment,
  delivery_modes: link,
  subscription: link,
  email: text,
  sales_advices_email: text,
  seller_state: oneOf("Activated", "Deactivated", "PutOnNotice"),
  seller_sub_state: oneOf("ActiveSeller", "Holidays", "BannedSeller"),
  subscription_step: oneOf("FirstConnection", "BankReferences", "ValidatingSubscription", "Finished"),
  auto_accept_order: flag,
  fulfillment_profile_id: integer,
  seller_legal_information: object({
    siret: text,
    company_name: text,
    legal_form: text,
    share_capital: number,
  }),
  language: text,
});
