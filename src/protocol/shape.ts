/** Says whether a value that came over the border has a shape; the type follows from the check. */
export type Shape<Value> = (value: unknown) => value is Value;

/** The type that a shape checks for. */
export type Shaped<Check> = Check extends Shape<infer Value> ? Value : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Whole<Given extends Fields> = { readonly [Name in keyof Given]: Shaped<Given[Name]> };

/** Text of at most `limit` UTF-16 units. */
export const textUpTo =
  (limit: number): Shape<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= limit;

/** One of these texts. */
export const oneOf =
  <const Text extends string>(...texts: readonly Text[]): Shape<Text> =>
  (value): value is Text =>
    typeof value === 'string' && (texts as readonly string[]).includes(value);

/** A whole number from 0. */
export const count: Shape<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A finite number from 0. */
export const amount: Shape<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

/** The shape, or null. */
export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value): value is Value | null =>
    value === null || shape(value);

/** At most `limit` values of a shape. */
export const listOf =
  <Value>(shape: Shape<Value>, limit: number): Shape<readonly Value[]> =>
  (value): value is readonly Value[] =>
    Array.isArray(value) && value.length <= limit && value.every(shape);

/** A plain object with these fields; others are allowed and ignored. */
export const fields =
  <Given extends Fields>(shapes: Given): Shape<Whole<Given>> =>
  (value): value is Whole<Given> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return Object.entries(shapes).every(([name, shape]) => Object.hasOwn(given, name) && shape(given[name]));
  };

/** A value of one of these shapes. */
export const either =
  <Shapes extends readonly Shape<unknown>[]>(...shapes: Shapes): Shape<Shaped<Shapes[number]>> =>
  (value): value is Shaped<Shapes[number]> =>
    shapes.some((shape) => shape(value));
