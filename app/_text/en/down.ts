/** Pages that are written before anything else works. */
export const down = {
  database: {
    title: "We cannot answer right now",
    body: "A part of the portal does not answer. Nothing of yours is lost; try again in a moment.",
  },
  nothingSaved: {
    title: "Nothing was saved",
    body: "A part of the portal does not answer, so nothing was saved. Go back: your form is still filled in. Send it again in a moment.",
  },
  broken: {
    title: "Something went wrong on our side",
    body: "It is written down with the reference below. If you sent a form, look whether it was saved before you send it again.",
  },
  oldForm: {
    title: "This form is from an older page",
    body: "Nothing was changed. The portal was renewed meanwhile: open the page again and send its form once more.",
  },
  unreadableForm: {
    title: "This form cannot be read",
    body: "Nothing was changed. Open the page again and send its form once more.",
  },
  foreignOrigin: {
    title: "This form was not sent from our page",
    body: "Nothing was changed. Open the page here and send its form again.",
  },
  tooLarge: {
    title: "This is too much at once",
    body: "A form may carry one megabyte. Nothing was changed; go back and shorten it.",
  },
  noLength: {
    title: "This request has no length",
    body: "Nothing was changed. Send it with a Content-Length.",
  },
  unreadable: { title: "There is nothing here", body: "This address cannot be read." },
  unknownHost: { title: "Wrong address", body: "This portal does not answer under this name." },
  reference: "Reference:",
  help: "Get help with this",
  home: "Go to the start page",
};
