// Run in a package's folder. The manifest is for people who use the elements: no private members, and the files they can import.

const publish = {
  name: 'publish',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = module.path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
      for (const reference of [...(module.exports ?? []).map(({ declaration }) => declaration), ...(module.declarations ?? [])]) {
        if (reference?.module) reference.module = reference.module.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
      }
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(({ privacy, static: isStatic }) => privacy !== 'private' && !isStatic);
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations = [] }) =>
      declarations.some(({ customElement }) => customElement),
    );
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts', 'src/**/testing/**', 'src/locales/**'],
  outdir: '.',
  litelement: true,
  quiet: true,
  plugins: [publish],
};
