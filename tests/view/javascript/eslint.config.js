// How our scripts are written: recommended rules, documented types, nothing that turns text into markup or code.
import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import globals from "globals";

const NO_MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "srcdoc"].map((property) => ({
  property,
  message: "Texts of documents only ever become text: use element().",
}));

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser } },
    plugins: { jsdoc },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": ["error", ...NO_MARKUP],
      "no-restricted-syntax": ["error", "ExportDefaultDeclaration", "ImportExpression", "ExportAllDeclaration", "ExportNamedDeclaration > ExportSpecifier"],
      "no-var": "error",
      "prefer-const": "error",
      "jsdoc/check-param-names": "error",
      "jsdoc/check-types": "error",
      "jsdoc/require-param": ["error", { checkDestructured: false }],
      "jsdoc/require-param-type": "error",
    },
  },
  { files: ["**/*.test.js", "**/eslint.config.js"], languageOptions: { globals: { ...globals.node } }, rules: { "no-restricted-syntax": "off" } },
];
