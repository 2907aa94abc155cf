/** A page that failed. On its own, because the browser has it in every language. */
export const surprise = {
  title: "Something went wrong on our side",
  body: "Nothing was saved. It is written down with the reference below; try again in a moment.",
  reference: "Reference:",
  home: "Go to the start page",
  help: "Get help with this",
  again: "Try again",
};
