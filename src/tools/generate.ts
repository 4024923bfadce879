/** Writes what is derived from the rules: docs, settings, schema. `--check` fails where the files differ. */
console.log('nothing is derived yet');
