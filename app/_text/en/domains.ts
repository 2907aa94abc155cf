/** The proof that a domain belongs to an organisation. */
export const domains = {
  title: "Your domain",
  lead: "Sellers see it beside your name, so that they know whom they let in. Your website has to lie on it.",
  domain: "Domain",
  since: "Proven",
  by: (method: "mail" | "dns", when: string) =>
    method === "dns" ? `by a DNS record, on ${when}` : `by mail, on ${when}`,
  none: "No domain is proven yet. An entry can be saved, but not submitted without one.",
  isNew:
    "Sellers still see what was approved. The new domain goes live together with the next approval of your entry.",
  stronger: "A DNS record proves more than a letter: it shows that the domain itself is in your hands.",
  code: {
    title: (domain: string) => `Code for ${domain}`,
    sent: (email: string, until: string) =>
      `We mailed eight digits to ${email}. Type them here until ${until}. Five wrong codes end this try.`,
    label: "Code",
    submit: "Prove it",
    again: "Mail another code",
    over: (email: string) => `The code that was mailed to ${email} no longer works. Have another one mailed.`,
    used: "This code no longer works. Nothing was changed; have another one mailed.",
  },
  own: {
    title: (domain: string) => `Prove ${domain} with one press`,
    body: (email: string) => `Your own address, ${email}, is confirmed already, so no code is needed.`,
    submit: (domain: string) => `Prove ${domain}`,
  },
  mail: {
    open: "Prove it by mail",
    body: "Name an address at your domain that you can read, such as hello@company.com. We mail a code there. Addresses at public providers prove nothing.",
    email: "Address at your domain",
    submit: "Mail the code",
  },
  record: {
    title: (domain: string) => `Prove ${domain} by DNS`,
    open: "Prove it by a DNS record",
    body: "Add this TXT record where your domain's DNS is kept. It is made for your company and this domain only, and may be removed once it is proven.",
    host: "Host",
    type: "Record type",
    value: "Value",
    hostHint: "Some providers want the host without the domain behind it.",
    submit: "Check now",
    missed: "The domain is not proven yet.",
    checking: "Asking the name servers…",
    other: "Prove another domain by DNS",
    ask: "Show its record",
  },
  done: {
    domainProven: "The domain is proven.",
    domainAlready:
      "This domain is proven by its DNS already, which is more than a letter. Nothing was changed.",
    domainCodeSent: "The code is on its way.",
  } as Record<string, string>,
};
