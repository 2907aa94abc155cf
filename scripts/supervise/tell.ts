import { demoAccounts, demoPassword } from "@/db/seed/demo-accounts";
import type { Env } from "@/lib/env";

/** Shows what a person needs to begin: demo accounts, the demo client, and at last where everything is. */
export function tell(env: Env, clientSecret: string | null) {
  if (env.MODE === "demo") {
    console.log(`\nDemo accounts, password of each: ${demoPassword}\n`);
    for (const { email, organisation, kind, role } of demoAccounts)
      console.log(`  ${email.padEnd(24)}${organisation} (${kind})${role === "owner" ? "" : `, ${role}`}`);
    console.log("");
    tellSecret(clientSecret);
  }
  console.log(`ready portal=${env.PUBLIC_URL} sandbox=${env.SANDBOX_URL}`);
}

/** Shows the demo client's secret, if it was made just now: it is stored nowhere. */
export function tellSecret(clientSecret: string | null) {
  if (clientSecret) {
    console.log("clientId: demo-seller-app");
    console.log(`clientSecret: ${clientSecret}`);
    console.log("This secret is shown once.\n");
  } else {
    console.log("The secret of demo-seller-app was shown once, at the first start.");
    console.log("Another one: npm run seed -- --new-secret\n");
  }
}
