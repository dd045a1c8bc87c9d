import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  // Outside Bilan's repository: `${BILAN_URL}/schema.graphql`, and a copy of graphql/queries/.
  schema: "../../graphql/schema.graphql",
  documents: ["../../graphql/queries/*.graphql"],
  generates: {
    "generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: "string", // dates, decimals, addresses, HTML
        scalars: { VegaLite: "object" },
      },
    },
  },
};

export default config;
