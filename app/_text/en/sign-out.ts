/** The desk signs a member of an organisation out. */
export const signOut = {
  title: "Signing out",
  open: "Sign a member out everywhere",
  body: "For somebody whose browser or password may be in other hands. Every browser of theirs is signed out at once, their password stays, and a letter tells them why.",
  email: "E-mail address of the member",
  submit: "Sign out everywhere",
  notFound:
    "This organisation has no member with this address. Your own sessions you end on your account's page.",
  done: "The member was signed out everywhere, and told.",
};
