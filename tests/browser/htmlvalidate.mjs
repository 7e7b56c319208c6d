// What html-validate is asked: all it recommends and all that is for accessibility, but for what is said here.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // The theme keeps numbers on one line by style.
    "tel-non-breaking": ["error", { ignoreClasses: ["nobreak"] }],
    // Ids of footnotes have a colon, as no heading's id can have: HTML allows every character but space.
    "valid-id": ["error", { relaxed: true }],
  },
};
